/** The rows of one answer as an engine gave them: labels and numbers, in any type of its own. */
export type Rows = readonly (readonly unknown[])[];

/** What one engine did with the file. Times in milliseconds. */
export interface Played {
  rows: number;
  importMs: number;
  queries: Record<string, { ms: number; rows: Rows }>;
}

/** Months come as dates or as epoch milliseconds: both become `YYYY-MM`. */
function label(value: unknown): string {
  const time = value instanceof Date ? value.getTime() : Number(value);
  if (typeof value !== "string" && time > 1e11) return new Date(time).toISOString().slice(0, 7);
  const text = String(value);
  return /^\d{4}-\d\d-\d\d/.test(text) ? text.slice(0, 7) : text;
}

/**
 * Says where two answers differ, or null. Numbers may differ by a millionth: one engine adds decimals, another floats. The order
 * of rows does not matter, as engines sort text each by its own collation.
 */
export function difference(ours: Rows, theirs: Rows): string | null {
  if (ours.length !== theirs.length) return `${ours.length} rows and ${theirs.length}`;
  const keyed = new Map(theirs.map((row) => [key(row), numbers(row)]));
  for (const row of ours) {
    const other = keyed.get(key(row));
    if (!other) return `no row ${key(row)}`;
    const off = numbers(row).findIndex((one, i) => !close(one, other[i] ?? Number.NaN));
    if (off >= 0) return `${key(row)}: ${numbers(row)[off]} and ${other[off]}`;
  }
  return null;
}

/** Labels come first in a row, figures after them: all but the first that look like numbers are figures. */
const isFigure = (value: unknown, i: number): boolean =>
  i > 0 && (typeof value === "number" || typeof value === "bigint");
const key = (row: readonly unknown[]): string =>
  row
    .filter((value, i) => !isFigure(value, i))
    .map(label)
    .join(" / ");
const numbers = (row: readonly unknown[]): number[] => row.filter(isFigure).map(Number);
const close = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
