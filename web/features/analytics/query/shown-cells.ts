import { hasTotals, type PivotOrder } from "#domain/analytics/chart/pivot.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { isMeasure } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { columnSum } from "#web/features/analytics/chart/column-sum.ts";
import { pivotSheet } from "#web/features/analytics/chart/pivot-sheet.ts";
import type { Table } from "#domain/analytics/chart/plot.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

/** What is on screen as rows for a file: a pivot with its subtotals and totals in the order shown, else the result's own rows. */
export function shownCells<T>(
  table: Table,
  spec: ChartSpec | null,
  order: PivotOrder | undefined,
  speech: { locale: string; f: Format; t: Dictionary["analytics"] },
  write: (cell: Cell, kind: ColumnKind, column: string) => T,
): (T | string)[][] {
  if (spec?.type !== "pivot") {
    return [
      table.columns.map(({ name }) => name),
      ...table.rows.map((row) =>
        row.map((cell, at) =>
          write(cell, table.columns[at]?.kind ?? "text", table.columns[at]?.name ?? ""),
        ),
      ),
      ...(spec?.type === "table" && spec.totals ? [totals(table, speech.t, write)] : []),
    ];
  }
  const sheet = pivotSheet(table, spec, order, speech);
  const totalled = hasTotals(spec, table);
  return [
    [...sheet.heads, ...sheet.acrossNames, ...(totalled ? [sheet.totalName] : [])],
    ...sheet.lines.map((line) => [
      ...sheet.headsOf(line),
      ...sheet.across.map((_, at) => write(line.cells[at] ?? null, "number", spec.value)),
      ...(totalled ? [write(line.total, "number", spec.value)] : []),
    ]),
  ];
}

function totals<T>(
  table: Table,
  t: Dictionary["analytics"],
  write: (cell: Cell, kind: ColumnKind, column: string) => T,
): (T | string)[] {
  return table.columns.map(({ kind, name }, at) => {
    if (isMeasure(kind)) return write(columnSum(table, at), kind, name);
    return at === 0 ? t.chart.pivot.total : "";
  });
}
