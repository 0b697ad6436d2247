import { For, Show } from "solid-js";
import type { Problem } from "#domain/board-imports/draft.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";

const SHOWN = 100;

/** What could not be taken as it stands, row by row, with why and what to do. */
export function ProblemTable(props: { problems: readonly Problem[] }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().boardImports.problems;
  const rest = () => props.problems.length - SHOWN;
  return (
    <Show when={props.problems.length > 0}>
      <div>
        <h3 class="text-small text-ink-3">
          {words().title(f().number(props.problems.length), props.problems.length === 1)}
        </h3>
        <div
          class="max-h-80 overflow-auto rounded-3 border border-line bg-surface"
          role="region"
          aria-label={words().title(f().number(props.problems.length), props.problems.length === 1)}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by keyboard
          tabIndex={0}
        >
          <table class="w-full text-left text-small">
            <thead class="text-ink-3">
              <tr>
                <th class="px-3 py-1.5 font-normal">{words().row}</th>
                <th class="px-3 py-1.5 font-normal">{words().what}</th>
                <th class="px-3 py-1.5 font-normal">{words().value}</th>
              </tr>
            </thead>
            <tbody class="divide-y divide-line">
              <For each={props.problems.slice(0, SHOWN)}>
                {({ row, code, value }) => (
                  <tr class="align-top">
                    <td class="num px-3 py-1.5">{f().number(row)}</td>
                    <td class="px-3 py-1.5">{words()[code]}</td>
                    <td class="max-w-60 px-3 py-1.5 break-words text-ink-2">{value}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
        <Show when={rest() > 0}>
          <p class="text-small text-ink-3">{words().more(f().number(rest()))}</p>
        </Show>
      </div>
    </Show>
  );
}
