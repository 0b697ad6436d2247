import { createMemo, createSignal, For, Show } from "solid-js";
import { columnDigits } from "#domain/analytics/chart/figure.ts";
import type { Table } from "#domain/analytics/chart/plot.ts";
import { cellText } from "#web/features/analytics/cell-text.ts";
import { PreviewCell } from "#web/features/analytics/import/preview-cell.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";

/** Cards that are drawn at once; each press shows as many again. */
const STEP = 50;

/** Rows as cards for a narrow screen: the first column at the head of each, the others below it with their names. */
export function ResultCards(props: {
  label: string;
  result: Table;
  /** How many rows there are, also those that are not at hand yet. */
  total: number;
  /** Rows are wanted that are not at hand. */
  onMore: () => void;
  loading: boolean;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.chart.drill;
  const [shown, setShown] = createSignal(STEP);
  const digits = createMemo(() =>
    props.result.columns.map(({ kind }, at) =>
      kind === "number"
        ? columnDigits(props.result.rows.slice(0, 200).map((row) => row[at] ?? null))
        : undefined,
    ),
  );
  const rows = createMemo(() => props.result.rows.slice(0, shown()));
  const cell = (row: Table["rows"][number], at: number) => {
    const value = row[at] ?? null;
    const kind = props.result.columns[at]?.kind ?? "text";
    return (
      <PreviewCell
        cell={value}
        text={cellText(value, kind, f(), t().analytics.preview, digits()[at])}
      />
    );
  };
  const more = (): void => {
    const next = shown() + STEP;
    setShown(next);
    if (next > props.result.rows.length && props.result.rows.length < props.total) props.onMore();
  };
  const left = () => Math.min(STEP, props.total - rows().length);
  return (
    <div
      class="h-full overflow-y-auto overscroll-contain px-4 pb-4"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
      tabindex={0}
      role="region"
      aria-label={props.label}
    >
      <ul aria-label={props.label} class="flex flex-col gap-2.5">
        <For each={rows()}>
          {(row) => (
            <li class="rounded-card border border-line bg-raised px-3 py-2.5">
              <p class="pb-1.5 wrap-anywhere">
                <span class="block text-small text-ink-3">{props.result.columns[0]?.name}</span>
                <span class="font-semibold">{cell(row, 0)}</span>
              </p>
              <dl class="flex flex-col gap-1">
                <For each={props.result.columns.slice(1)}>
                  {(column, at) => (
                    <div class="flex gap-3">
                      <dt class="w-2/5 shrink-0 text-ink-2 wrap-anywhere">{column.name}</dt>
                      <dd
                        class={cx(
                          "min-w-0 flex-1 text-right wrap-anywhere",
                          // A figure stays on one line; a long text has as many as it needs.
                          column.kind !== "text" && "num",
                        )}
                      >
                        {cell(row, at() + 1)}
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </li>
          )}
        </For>
      </ul>
      <Show when={left() > 0}>
        <Button class="mt-3 w-full justify-center" loading={props.loading} onClick={more}>
          {words().more(left(), f().number(left()))}
        </Button>
      </Show>
    </div>
  );
}
