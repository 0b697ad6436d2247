import type { Reading } from "#domain/analytics/reading.ts";
import { quoteIdentifier, quoteLiteral } from "./quote.ts";

/** Cells looked at: a file with more of them has said enough. */
const MOST = 500;

/** Cells of a column over several lines with about as many separators as that many records have, with their row numbers (`at`). */
export function suspectQuery(
  table: string,
  column: string,
  { delimiter, columns }: Pick<Reading, "delimiter" | "columns">,
): string {
  const cell = quoteIdentifier(column);
  const count = (sign: string): string =>
    `(length(${cell}) - length(replace(${cell}, ${sign}, '')))`;
  return `SELECT rowid AS at, ${cell} AS cell FROM ${quoteIdentifier(table)} WHERE contains(${cell}, chr(10)) AND ${count(quoteLiteral(delimiter))} * 2 >= ${columns.length - 1} * ${count("chr(10)")} ORDER BY rowid LIMIT ${MOST}`;
}
