import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";

/** Blanks of any kind, no-break spaces among them. */
const BLANK = "[\\s\u00a0\u202f\u2009]+";

/** What all spellings of a text have in common: its letters without accents and case, one space between words. Null where nothing is left. */
export const spellingKey = (text: string): string =>
  `nullif(trim(regexp_replace(strip_accents(lower(${text})), ${quoteLiteral(BLANK)}, ' ', 'g')), '')`;

/**
 * Which spelling stands for all: the most frequent one, where a cell in small and large letters and one with accents count for three each. To
 * type neither is quicker, so that there are more of those than there are right ones.
 */
const FIRST =
  "ORDER BY n * if(v <> upper(v) AND v <> lower(v), 3, 1) * if(v <> strip_accents(v), 3, 1) DESC, strlen(v) DESC, v";

/** Spellings of a text column, each with its key `k`, its text `v` without blanks around it, and its count `n`. */
const spellings = (column: string, from: string): string => {
  const text = quoteIdentifier(column);
  return `SELECT ${spellingKey(text)} AS k, regexp_replace(${text}, ${quoteLiteral(`^${BLANK}|${BLANK}$`)}, '', 'g') AS v, count(*) AS n FROM ${from} GROUP BY 1, 2`;
};

/** Per key `k` the spelling `v` that stands for all. */
const firsts = (column: string, from: string): string =>
  `SELECT k, first(v ${FIRST}) AS v FROM (${spellings(column, from)}) WHERE k IS NOT NULL GROUP BY k`;

/** The rows of `from` with each text of the column in the spelling that stands for all of its kind; `columns` is what is selected of `s`. */
export function mergeSelect(
  column: string,
  from: string,
  columns: (merged: string) => readonly string[],
): string {
  const text = `s.${quoteIdentifier(column)}`;
  const list = columns(`coalesce(m.v, ${text})`);
  return `WITH s AS (SELECT * FROM ${from}), m AS (${firsts(column, "s")}) SELECT ${list.join(", ")} FROM s LEFT JOIN m ON ${spellingKey(text)} = m.k`;
}

/**
 * Texts of a column that are spelled in several ways, those of the most cells first: the spelling `target` that would stand for all, the
 * text `v` as it stands in cells, its count `n`.
 */
export function variantsQuery(table: string, column: string, limit: number): string {
  const [text, from] = [quoteIdentifier(column), quoteIdentifier(table)];
  const all = `SELECT ${spellingKey(text)} AS k, ${text} AS v, count(*) AS n FROM ${from} GROUP BY 1, 2`;
  return `SELECT m.v AS target, a.v, n FROM (SELECT *, count(*) OVER (PARTITION BY k) AS ways, sum(n) OVER (PARTITION BY k) AS cells FROM (${all}) WHERE k IS NOT NULL) a JOIN (${firsts(column, from)}) m ON m.k = a.k WHERE ways > 1 ORDER BY cells DESC, a.k, n DESC, a.v LIMIT ${limit}`;
}
