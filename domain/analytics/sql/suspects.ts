import type { Reading } from "#domain/analytics/reading.ts";
import { quoteIdentifier, quoteLiteral } from "./quote.ts";

/** Cells looked at: a file with more of them has said enough. */
const MOST = 500;

/** What the table knows of its columns without looking at a row (`s0`, `s1` …); no row when it has none. */
export function statsQuery(table: string, columns: readonly string[]): string {
  const parts = columns.map((name, at) => `stats(${quoteIdentifier(name)}) AS s${at}`);
  return `SELECT ${parts.join(", ")} FROM ${quoteIdentifier(table)} LIMIT 1`;
}

/** Bytes of the longest text of a column by its statistics; infinite where they do not tell. */
export const longestText = (stats: unknown): number =>
  Number(/Max String Length: (\d+)/.exec(String(stats))?.[1] ?? Infinity);

/**
 * Cells of a column over several lines with about as many separators as that many records have, with their row numbers (`at`).
 * `shortest` is in bytes: most cells are shorter, and their length alone leaves them out.
 */
export function suspectQuery(
  table: string,
  column: string,
  { delimiter, columns }: Pick<Reading, "delimiter" | "columns">,
  shortest: number,
): string {
  const cell = quoteIdentifier(column);
  const count = (sign: string): string =>
    `(length(${cell}) - length(replace(${cell}, ${sign}, '')))`;
  return `SELECT rowid AS at, ${cell} AS cell FROM ${quoteIdentifier(table)} WHERE strlen(${cell}) >= ${Math.floor(shortest)} AND contains(${cell}, chr(10)) AND ${count(quoteLiteral(delimiter))} * 2 >= ${columns.length - 1} * ${count("chr(10)")} ORDER BY rowid LIMIT ${MOST}`;
}
