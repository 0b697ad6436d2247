import IconWarn from "~icons/lucide/triangle-alert";
import { For, Show } from "solid-js";
import type { Affected } from "#domain/sources/affected.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** What a change of columns breaks in workspaces, each with the way to it in a tab of its own. */
export function AffectedList(props: { items: readonly Affected[] }) {
  const t = useTexts();
  const words = () => t().analytics.files;
  return (
    <Show when={props.items.length > 0}>
      <section
        class="rounded-2 border border-warn/40 bg-warn-soft p-3"
        aria-label={words().affected}
      >
        <p class="flex items-center gap-1.5 font-medium text-warn">
          <Icon of={IconWarn} size={14} class="shrink-0" />
          {words().affected}
        </p>
        <ul class="mt-1 flex max-h-48 flex-col gap-1 overflow-y-auto">
          <For each={props.items}>
            {(item) => (
              <li class="text-small">
                <a
                  href={item.href}
                  target="_blank"
                  class="touch-target font-medium text-accent-ink underline-offset-2 hover:underline wrap-anywhere"
                >
                  {item.title}
                </a>{" "}
                <span class="text-ink-2">
                  {words().affectedKinds[item.kind]}, {words().affectedReasons[item.reason]}
                </span>
              </li>
            )}
          </For>
        </ul>
        <p class="mt-1 text-small text-ink-2">{words().affectedHint}</p>
      </section>
    </Show>
  );
}
