import { createMemo, For } from "solid-js";
import type { PublishedWidget } from "#domain/dashboards/share/figures.ts";
import { columnDigits } from "#domain/analytics/chart/figure.ts";
import { cellText } from "#web/features/analytics/cell-text.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";

/** The rows of a published widget as a plain table, which reads aloud and prints whole. */
export function FiguresTable(props: {
  widget: Pick<PublishedWidget, "title" | "columns" | "rows">;
}) {
  const t = useTexts();
  const f = useFormat();
  const columns = createMemo(() =>
    props.widget.columns.map((column, at) => ({
      ...column,
      figures: column.kind === "integer" || column.kind === "number",
      digits:
        column.kind === "number"
          ? columnDigits(props.widget.rows.map((row) => row[at] ?? null))
          : undefined,
    })),
  );
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
      tabindex={0}
      role="region"
      aria-label={props.widget.title}
      class="scroll-hint -mx-1 h-full overflow-auto px-1 print:bg-none phone:max-h-120 print:h-auto print:max-h-none print:overflow-visible"
    >
      <table class="w-full border-collapse">
        <thead class="sticky top-0 bg-surface print:static">
          <tr>
            <For each={columns()}>
              {(column) => (
                <th
                  scope="col"
                  class={cx(
                    "border-b border-line px-2 py-1.5 text-small font-medium text-ink-2",
                    column.figures ? "text-right" : "text-left",
                  )}
                >
                  {column.name}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.widget.rows}>
            {(row) => (
              <tr class="border-b border-line last:border-0 print:break-inside-avoid">
                <For each={columns()}>
                  {(column, at) => (
                    <td
                      class={cx(
                        "px-2 py-1 wrap-break-word",
                        column.figures && "num text-right whitespace-nowrap",
                      )}
                    >
                      {cellText(
                        row[at()] ?? null,
                        column.kind,
                        f(),
                        t().analytics.preview,
                        column.digits,
                      )}
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
