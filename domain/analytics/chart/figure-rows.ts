import type { PointValue } from "./point.ts";
import type { SpecOf } from "./spec.ts";

/** The row that a figure is read from, and the one before it: with `over`, the last two in the order of that column. */
export function figureRows(
  table: {
    columns: readonly { name: string }[];
    rows: readonly (readonly PointValue[])[];
  },
  spec: SpecOf<"number">,
): [row: readonly PointValue[] | undefined, previous: readonly PointValue[] | undefined] {
  const over = table.columns.findIndex((one) => one.name === spec.over);
  if (spec.over === undefined || over < 0) return [table.rows[0], undefined];
  const rows = table.rows
    .filter((row) => row[over] !== null)
    .toSorted((a, b) => Number(a[over]) - Number(b[over]));
  return [rows.at(-1), rows.at(-2)];
}
