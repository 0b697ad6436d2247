import IconDown from "~icons/lucide/arrow-down";
import IconUp from "~icons/lucide/arrow-up";
import { createMemo, createSignal, For, onCleanup, Show } from "solid-js";
import {
  hasTotals,
  isCut,
  type PivotLine,
  type PivotOrder,
} from "#domain/analytics/chart/pivot.ts";
import type { ChartPoint } from "#domain/analytics/chart/point.ts";
import type { SpecOf } from "#domain/analytics/chart/spec.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { columnDigits, figureWriter } from "#domain/analytics/chart/figure.ts";
import { pivotSheet } from "./pivot-sheet.ts";
import type { Table } from "#domain/analytics/chart/plot.ts";

const CELL = "px-2.5 py-1 text-right num whitespace-nowrap";

/** A crossed table with its totals. A press on a head orders by it; a figure opens its rows where `onPick` is given. */
export function PivotTable(props: {
  table: Table;
  spec: SpecOf<"pivot">;
  title: string;
  /** Takes the height of its place. */
  fill?: boolean | undefined;
  onPick?: ((point: ChartPoint) => void) | undefined;
  /** Told with each order, so that exports match the screen. */
  onOrder?: ((order: PivotOrder | undefined) => void) | undefined;
}) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const [order, setOrder] = createSignal<PivotOrder>();
  onCleanup(() => props.onOrder?.(undefined));
  const words = () => t().analytics.chart.pivot;
  const sheet = createMemo(() =>
    pivotSheet(props.table, props.spec, order(), { locale: locale(), f: f(), t: t().analytics }),
  );
  /** All figures with the same decimals, so that their signs stand one below the other. */
  const figures = createMemo(() => {
    const cells = sheet().lines.flatMap((line) => [...line.cells, line.total]);
    const usual = props.spec.format?.style === undefined ? { decimals: columnDigits(cells) } : {};
    return figureWriter(locale(), { ...usual, ...props.spec.format });
  });
  const turn = (by: PivotOrder["by"]): void => {
    const now = order();
    const first = by === "label" ? "ascending" : "descending";
    const other = first === "ascending" ? "descending" : "ascending";
    const next: PivotOrder | undefined =
      now?.by !== by
        ? { by, direction: first }
        : now.direction === first
          ? { by, direction: other }
          : undefined;
    setOrder(next);
    props.onOrder?.(next);
  };
  const sortOf = (by: PivotOrder["by"]) => (order()?.by === by ? order()?.direction : "none");
  const Head = (head: { name: string; by: PivotOrder["by"]; numeric?: boolean }) => (
    <th
      scope="col"
      aria-sort={sortOf(head.by) ?? "none"}
      class={cx("border-b border-line bg-canvas p-0 font-medium", head.numeric && "text-right")}
    >
      <button
        type="button"
        class={cx(
          "inline-flex min-h-8 w-full items-center gap-1 px-2.5 hover:text-ink phone:min-h-11",
          head.numeric && "justify-end",
        )}
        onClick={() => turn(head.by)}
      >
        {head.name}
        <Show when={order()?.by === head.by}>
          <Icon of={order()?.direction === "ascending" ? IconUp : IconDown} size={12} />
        </Show>
      </button>
    </th>
  );
  const pick = (line: PivotLine, figure: number, at: number | null): void => {
    const across = sheet().across[at ?? -1];
    const column = props.spec.columns[0];
    const crossed = at !== null && column !== undefined && across !== undefined;
    props.onPick?.({
      conditions: [
        ...line.path.map((value, head) => ({ column: props.spec.rows[head] ?? "", value })),
        ...(crossed ? [{ column, value: across }] : []),
      ],
      measure: props.spec.value,
      figure,
      label: [
        ...(line.kind === "total"
          ? [words().total]
          : sheet()
              .headsOf(line)
              .filter((one) => one !== "")),
        ...(at === null ? [] : [sheet().acrossNames[at] ?? ""]),
      ].join(", "),
    });
  };
  const Figure = (cell: { value: number | null; line: PivotLine; at: number | null }) => (
    <Show when={cell.value !== null} fallback={<span class="text-ink-off">–</span>}>
      <Show when={props.onPick} fallback={figures().full(cell.value ?? 0)}>
        <button
          type="button"
          class="touch-target rounded-1 hover:underline"
          onClick={() => pick(cell.line, cell.value ?? 0, cell.at)}
        >
          {figures().full(cell.value ?? 0)}
        </button>
      </Show>
    </Show>
  );
  return (
    <div
      class={cx(
        "overflow-auto print:max-h-none print:overflow-visible",
        props.fill ? "h-full" : "max-h-120",
      )}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keys
      tabIndex={0}
      role="group"
      aria-label={props.title}
      data-testid="pivot"
    >
      <table class="min-w-full border-separate border-spacing-0 text-small">
        <caption class="sr-only">
          {words().caption(words()[props.spec.aggregate ?? "sum"], props.spec.value)}
        </caption>
        <thead class="sticky top-0 z-sticky text-left text-ink-2 print:static">
          <tr>
            <For each={props.spec.rows}>{(name) => <Head name={name} by="label" />}</For>
            <For each={sheet().acrossNames}>
              {(name, at) => <Head name={name} by={at()} numeric />}
            </For>
            <Show when={hasTotals(props.spec, props.table)}>
              <Head name={words().total} by="total" numeric />
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={sheet().lines}>
            {(line) => (
              <tr
                class={cx(
                  line.kind === "cells" ? "font-normal" : "bg-canvas font-semibold",
                  line.kind === "total" && "sticky bottom-0 print:static",
                )}
              >
                <For each={sheet().headsOf(line)}>
                  {(name) => (
                    <th
                      scope="row"
                      title={name}
                      class="max-w-50 truncate phone:max-w-28 border-b border-line px-2.5 py-1 text-left [font-weight:inherit]"
                    >
                      {name}
                    </th>
                  )}
                </For>
                <For each={sheet().across}>
                  {(_, at) => (
                    <td class={cx(CELL, "border-b border-line")}>
                      <Figure value={line.cells[at()] ?? null} line={line} at={at()} />
                    </td>
                  )}
                </For>
                <Show when={hasTotals(props.spec, props.table)}>
                  <td class={cx(CELL, "border-b border-line font-semibold")}>
                    <Figure value={line.total} line={line} at={null} />
                  </td>
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={isCut(props.table)}>
        <p class="px-2.5 py-1.5 text-small text-warn" data-testid="pivot-cut">
          {words().cut(f().number(props.table.rows.length))}
        </p>
      </Show>
      <Show when={sheet().leftOut > 0}>
        <p class="px-2.5 py-1.5 text-small text-ink-3">
          {words().tooWide(f().number(sheet().across.length))}
        </p>
      </Show>
    </div>
  );
}
