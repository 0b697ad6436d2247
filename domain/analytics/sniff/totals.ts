import { parseRecords } from "./records.ts";

const TOTAL =
  /^(?:grand[ -]?total|(?:sous[ -]?)?total(?:aux|s)?(?:\s+(?:g[ée]n[ée]ral|hors taxes?|ht|ttc))?|somme|sum|ensemble)\s*:?$/i;

export interface TotalsRow {
  label: string;
  /** Characters of the tail that stand before the row. */
  keep: number;
}

/**
 * Finds a row of totals at the very end of a file. `tail` is its last text, from the start of a line on; blank lines after the row
 * are allowed. Null when the file ends in an ordinary row.
 */
export function findTotals(tail: string, delimiter: string): TotalsRow | null {
  const end = tail.trimEnd().length;
  const keep = Math.max(tail.lastIndexOf("\n", end - 1), tail.lastIndexOf("\r", end - 1)) + 1;
  if (keep === 0) return null;
  const cells = parseRecords(tail.slice(keep, end), delimiter)[0]?.cells ?? [];
  const label = cells.map((cell) => cell.trim()).find((cell) => cell !== "") ?? "";
  return cells.length > 1 && TOTAL.test(label) ? { label, keep } : null;
}
