import { isTime } from "#domain/analytics/profile.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";

/** Answers may be rounded to cents or to hundredths of a percent. */
const ROUNDED = 0.0051;

type Value = string | number | boolean | null;

/** Dates as `YYYY-MM-DD`, months as their first day: how an answer writes a day is not what is scored. */
function valueOf(cell: unknown, time: boolean): Value {
  if (time && typeof cell === "number") return new Date(cell).toISOString().slice(0, 10);
  if (typeof cell === "string")
    return /^\d{4}-\d{2}$/.test(cell) ? `${cell}-01` : cell.slice(0, 200);
  return typeof cell === "number" || typeof cell === "boolean" ? cell : null;
}

function isSame(a: Value, b: Value): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= Math.max(ROUNDED, Math.abs(a) * 1e-6);
  return a === b;
}

/** The columns of a result, each as its values in the order of the rows. */
const columnsOf = ({ columns, rows }: Pick<ReadResult, "columns" | "rows">): Value[][] =>
  columns.map(({ kind }, at) => rows.map((row) => valueOf(row[at], isTime(kind))));

const order = (a: Value, b: Value): number =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a) < String(b) ? -1 : 1;

/** Whether two columns hold the same values, in whatever order. */
function alike(a: readonly Value[], b: readonly Value[]): boolean {
  const [one, other] = [a.toSorted(order), b.toSorted(order)];
  return one.every((value, at) => isSame(value, other[at] ?? null));
}

/** Whether the rows of chosen columns are those of the right answer; each right row is used once. */
function sameRows(right: readonly Value[][], given: readonly Value[][], ordered: boolean): boolean {
  const count = right[0]?.length ?? 0;
  const fits = (at: number, other: number) =>
    right.every((column, c) => isSame(column[at] ?? null, given[c]?.[other] ?? null));
  if (ordered) return Array.from({ length: count }, (_, at) => at).every((at) => fits(at, at));
  const left = new Set(Array.from({ length: count }, (_, at) => at));
  for (let at = 0; at < count; at += 1) {
    const found = [...left].find((other) => fits(at, other));
    if (found === undefined) return false;
    left.delete(found);
  }
  return true;
}

/**
 * Execution accuracy: whether a result says what the right one says. Names and order of columns don't count, nor does the
 * order of rows unless `ordered`; further columns are allowed, further or missing rows are not. Numbers may be rounded to
 * hundredths.
 */
export function sameResult(
  right: Pick<ReadResult, "columns" | "rows">,
  given: Pick<ReadResult, "columns" | "rows">,
  ordered = false,
): boolean {
  if (right.rows.length !== given.rows.length) return false;
  const [wanted, offered] = [columnsOf(right), columnsOf(given)];
  const choose = (chosen: readonly number[]): boolean => {
    const next = wanted[chosen.length];
    if (next === undefined) {
      return sameRows(
        wanted,
        chosen.map((at) => offered[at] ?? []),
        ordered,
      );
    }
    return offered.some(
      (column, at) => !chosen.includes(at) && alike(next, column) && choose([...chosen, at]),
    );
  };
  return choose([]);
}
