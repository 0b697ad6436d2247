import IconShield from "~icons/lucide/shield-alert";
import { For } from "solid-js";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** The very rows that would be sent, before they are: nothing goes out without this answer. */
export function ConsentCard(props: {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  onAnswer: (yes: boolean) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().asks.consent;
  const title = () => words().title(f().number(props.rows.length));
  return (
    <section
      class="flex flex-col gap-3 rounded-card border border-line bg-warn-soft p-4"
      aria-label={title()}
    >
      <h2 class="flex items-center gap-2 font-semibold">
        <Icon of={IconShield} class="text-warn" /> {title()}
      </h2>
      <p>{words().body}</p>
      <div
        class="max-h-60 overflow-auto rounded-2 border border-line bg-surface"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        tabindex={0}
        role="region"
        aria-label={title()}
      >
        <table class="w-full text-small">
          <thead>
            <tr>
              <For each={props.columns}>
                {(name) => (
                  <th scope="col" class="px-2 py-1 text-left font-medium">
                    {name}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.rows}>
              {(row) => (
                <tr class="border-t border-line">
                  <For each={row}>{(cell) => <td class="px-2 py-1">{String(cell ?? "")}</td>}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <div class="flex flex-wrap gap-2">
        <Button kind="primary" onClick={() => props.onAnswer(false)}>
          {words().no}
        </Button>
        <Button onClick={() => props.onAnswer(true)}>{words().yes}</Button>
      </div>
    </section>
  );
}
