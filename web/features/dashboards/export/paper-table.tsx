import { createMemo, Show } from "solid-js";
import type { Table } from "#domain/analytics/chart/plot.ts";
import { cellText } from "#web/features/analytics/cell-text.ts";
import { columnSum } from "#web/features/analytics/chart/column-sum.ts";
import { shownCells } from "#web/features/analytics/query/shown-cells.ts";
import { FiguresTable } from "#web/features/dashboards/public/figures-table.tsx";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import type { ShownTable } from "./tables.ts";

/** What of a table goes on paper: a few sheets, in letters that are read. Who needs more takes a file. */
const [MOST_ROWS, MOST_COLUMNS] = [200, 30];

/** A table as paper has it: its rows one below the other and all its columns, nothing that scrolls, and what is not there said below. */
export function PaperTable(props: {
  shown: ShownTable;
  /** More rows exist than were read. */
  more: boolean;
}) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  /** A crossed table with its totals, as the lines that the screen has. */
  const table = (): Table => {
    const { result, spec, order } = props.shown;
    if (spec?.type !== "pivot") return result;
    const speech = { locale: locale(), f: f(), t: t().analytics };
    const [heads = [], ...rows] = shownCells(result, spec, order, speech, (cell, kind) =>
      cellText(cell, kind, f(), t().analytics.preview),
    );
    const kind = (at: number) => (at < spec.rows.length ? "text" : "number");
    return { columns: heads.map((name, at) => ({ name, kind: kind(at) })), rows };
  };
  const shown = createMemo(() => {
    const { spec, title } = props.shown;
    const all = table();
    const columns = all.columns.slice(0, MOST_COLUMNS);
    const rows = all.rows.slice(0, MOST_ROWS).map((row) => [...row]);
    const sums = columns.map(({ kind }, at) =>
      kind === "integer" || kind === "number"
        ? columnSum(all, at)
        : at === 0
          ? t().analytics.chart.pivot.total
          : null,
    );
    const left = [all.rows.length - MOST_ROWS, all.columns.length - MOST_COLUMNS] as const;
    return {
      title,
      columns,
      rows: spec?.type === "table" && spec.totals ? [...rows, sums] : rows,
      left,
    };
  });
  const rest = (): string => {
    const { moreRows, moreColumns } = t().dashboards.export;
    const [rows, columns] = shown().left;
    return [
      ...(rows > 0 ? [moreRows(rows, `${f().number(rows)}${props.more ? "+" : ""}`)] : []),
      ...(columns > 0 ? [moreColumns(columns, f().number(columns))] : []),
    ].join(" · ");
  };
  return (
    <div class="hidden text-small print:block" data-testid="paper-table">
      <FiguresTable widget={shown()} />
      <Show when={rest()}>{(said) => <p class="px-2 pt-1.5 text-ink-3">{said()}</p>}</Show>
    </div>
  );
}
