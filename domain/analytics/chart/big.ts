import type { PointValue } from "./point.ts";
import type { SpecOf } from "./spec.ts";

/** One figure and what it is held against. `change` is a share of `against` (0.12 is 12 % more), null where there is none. */
export interface BigFigure {
  value: number | null;
  against: { kind: "row" | "column" | "target"; value: number; at: PointValue } | null;
  change: number | null;
}

const number = (cell: PointValue | undefined): number | null =>
  typeof cell === "number" ? cell : null;

/** Reads a figure off a result: with `over`, the last row in the order of that column, held against the one before. */
export function bigFigure(
  table: {
    columns: readonly { name: string }[];
    rows: readonly (readonly PointValue[])[];
  },
  spec: SpecOf<"number">,
): BigFigure {
  const place = (name: string): number => table.columns.findIndex((one) => one.name === name);
  const value = place(spec.value);
  const over = spec.over === undefined ? -1 : place(spec.over);
  const rows =
    over < 0
      ? table.rows
      : table.rows
          .filter((row) => row[over] !== null)
          .toSorted((a, b) => Number(a[over]) - Number(b[over]));
  const [row, previous] = over < 0 ? [rows[0]] : [rows.at(-1), rows.at(-2)];
  const figure = number(row?.[value]);
  const against = (): BigFigure["against"] => {
    if (spec.target !== undefined) return { kind: "target", value: spec.target, at: null };
    if (spec.before !== undefined) {
      const before = number(row?.[place(spec.before)]);
      return before === null ? null : { kind: "column", value: before, at: null };
    }
    const before = number(previous?.[value]);
    return before === null ? null : { kind: "row", value: before, at: previous?.[over] ?? null };
  };
  const held = figure === null ? null : against();
  return {
    value: figure,
    against: held,
    change:
      held === null || figure === null || held.value === 0
        ? null
        : (figure - held.value) / Math.abs(held.value),
  };
}

/** A change of less than half of this share (0.001 is 0.1 %) is none. */
const LEVEL = 1_000;

/** Which way a figure went, -1, 0 or 1, and whether that is good: in debts and delays, less is. */
export function courseOf(
  change: number | null,
  better: SpecOf<"number">["better"],
): { way: number; good: boolean | null } {
  const way = Math.sign(Math.round((change ?? 0) * LEVEL));
  return { way, good: way === 0 ? null : way > 0 === (better !== "lower") };
}
