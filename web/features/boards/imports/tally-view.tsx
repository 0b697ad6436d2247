import IconTaken from "~icons/lucide/check";
import IconKept from "~icons/lucide/text";
import IconLeft from "~icons/lucide/x";
import { type Component, For, type JSX, Show } from "solid-js";
import type { DraftTally } from "#domain/board-imports/draft-tally.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";

type Say = (n: string, one: boolean) => string;

/** What comes over beside cards and columns, what stays as text, and what does not come, each with its number. */
export function TallyView(props: { tally: DraftTally }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().boardImports.draft;
  const told = <K extends string>(counts: Partial<Record<K, number>>, say: Record<K, Say>) =>
    (Object.keys(say) as K[]).flatMap((kind) => {
      const n = counts[kind] ?? 0;
      return n > 0 ? [say[kind](f().number(n), n === 1)] : [];
    });
  return (
    <div class="grid gap-3 sm:grid-cols-3 phone:grid-cols-1">
      <Group
        title={words().taken}
        icon={IconTaken}
        items={told(props.tally.made, words().made)}
        fallback={null}
      />
      <Group
        title={words().kept}
        icon={IconKept}
        items={told(props.tally.below, words().below)}
        fallback={null}
      />
      <Group
        title={words().left}
        icon={IconLeft}
        items={told(props.tally.lost, words().lost)}
        fallback={<p class="text-ink-3">{words().nothingLeft}</p>}
      />
    </div>
  );
}

function Group(props: {
  title: string;
  icon: Component<{ class?: string }>;
  items: string[];
  fallback: JSX.Element;
}) {
  return (
    <Show when={props.items.length > 0 || props.fallback}>
      <section
        class="rounded-3 border border-line bg-surface px-3 py-2 text-small"
        aria-label={props.title}
      >
        <h3 class="text-ink-3">{props.title}</h3>
        <Show when={props.items.length > 0} fallback={props.fallback}>
          <ul class="mt-1 flex flex-col gap-0.5">
            <For each={props.items}>
              {(item) => (
                <li class="flex items-baseline gap-1.5">
                  <props.icon class="size-3.5 shrink-0 translate-y-0.5 text-ink-3" />
                  <span class="min-w-0 break-words">{item}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  );
}
