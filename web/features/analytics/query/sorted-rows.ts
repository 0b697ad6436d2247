import type { Table } from "#domain/analytics/chart/plot.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import type { GridSort } from "#web/ui/grid/column.ts";

function compare(a: Cell, b: Cell): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : String(a).localeCompare(String(b));
}

/** Rows of a result in the order that was asked for in its grid: missing values last when they rise. */
export function sortedRows(table: Table, by: GridSort | undefined): Table["rows"] {
  const place = table.columns.findIndex(({ name }) => name === by?.column);
  if (by === undefined || place < 0) return table.rows;
  const sign = by.direction === "ascending" ? 1 : -1;
  return table.rows.toSorted((a, b) => sign * compare(a[place] ?? null, b[place] ?? null));
}
