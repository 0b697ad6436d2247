import IconMerge from "~icons/lucide/merge";
import { For, Show } from "solid-js";
import type { Spelled } from "#web/features/analytics/engine/variants.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import type { Import } from "./import-state.ts";

/** Texts of a column that are shown before the rest is counted. */
const SHOWN = 3;

/** Offers to merge texts that are spelled in several ways, where there are any; nothing happens by itself. */
export function VariantsNote(props: { job: Import }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.cleaningSteps.variants;
  const found = () => (props.job.state.phase === "ready" ? (props.job.state.variants ?? []) : []);
  const line = ({ from, into }: Spelled) =>
    words().into(
      from.map(({ text, count }) => words().from(text, f().number(count))).join(", "),
      into,
    );
  const merge = (column: string) =>
    props.job.setSteps([...(props.job.choices().steps ?? []), { do: "merge", column }]);
  return (
    <For each={found()}>
      {({ column, spelled }) => (
        <section
          class="flex flex-col gap-1.5 rounded-2 border border-accent-line bg-accent-soft p-2.5 text-small"
          aria-label={words().title(column, spelled.length, f().number(spelled.length))}
        >
          <p class="font-medium break-words">
            {words().title(column, spelled.length, f().number(spelled.length))}
          </p>
          <ul class="flex flex-col gap-0.5 text-ink-2">
            <For each={spelled.slice(0, SHOWN)}>
              {(one) => <li class="break-words whitespace-pre-wrap">{line(one)}</li>}
            </For>
            <Show when={spelled.length > SHOWN}>
              <li>{words().more(spelled.length - SHOWN, f().number(spelled.length - SHOWN))}</li>
            </Show>
          </ul>
          <Button
            size="sm"
            icon={IconMerge}
            class="self-start"
            aria-label={words().applyTo(column)}
            onClick={() => merge(column)}
          >
            {words().apply}
          </Button>
        </section>
      )}
    </For>
  );
}
