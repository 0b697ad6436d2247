import { isSign, isWord, sqlTokens, type Token } from "#domain/analytics/sql/tokens.ts";

/** A table of the workspace with what its columns are called; none where they are not known. */
export interface KnownTable {
  table: string;
  columns: readonly string[];
}

/** Words that stand in an expression without being a column. */
const WORDS = new Set(
  `case when then else end and or not in is isnull notnull null true false between like ilike glob similar to distinct from filter
   where over partition by order asc desc nulls first last rows range groups preceding following current row unbounded exclude ties
   no others within group cast try_cast as at time zone collate escape exists any all some array struct map interval default
   ignore respect nan infinity rowid using for both leading trailing current_date current_time current_timestamp localtime
   localtimestamp year years quarter quarters month months week weeks day days dow doy isodow isoyear hour hours minute minutes
   second seconds millisecond milliseconds microsecond microseconds epoch century decade millennium`.split(
    /\s+/,
  ),
);
/** Texts that bring names of their own: what is a column in them is for the engine to say. */
const OWN_NAMES = ["select", "lambda", "values"];

const same = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();

/** Whether a token can be nothing but a column that stands alone. */
function isBare(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined || isSign(after, "(") || isSign(after, ".")) return false;
  if (isSign(before, ".") || isSign(before, "::") || isWord(before, "as", "collate")) return false;
  if (token.kind === "name") return true;
  // `DATE '2026-01-01'`, `INTERVAL 1 month`.
  if (after?.kind === "string" || before?.kind === "number" || before?.kind === "string")
    return false;
  return token.kind === "word" && !WORDS.has(token.text);
}

/**
 * Columns that an expression names and its tables do not have: those that stand alone are `own`'s, `table.column` is that table's.
 * Tables whose columns are not known are not judged, nor texts with names of their own.
 */
export function unknownColumns(
  sql: string,
  own: string | undefined,
  tables: readonly KnownTable[],
): string[] {
  const tokens = sqlTokens(sql);
  const lambda = tokens.some((token, at) => isSign(token, "-") && isSign(tokens[at + 1], ">"));
  if (lambda || tokens.some((token) => isWord(token, ...OWN_NAMES))) return [];
  const missing = (table: string | undefined, column: string): boolean => {
    const known = tables.find((one) => table !== undefined && same(table)(one.table));
    return known !== undefined && known.columns.length > 0 && !known.columns.some(same(column));
  };
  const found = tokens.flatMap((token, at) => {
    if (token.kind !== "word" && token.kind !== "name") return [];
    if (isBare(tokens, at)) {
      const isRow = own !== undefined && same(own)(token.text);
      return !isRow && missing(own, token.text) ? [token.text] : [];
    }
    const qualified = isSign(tokens[at - 1], ".") && !isSign(tokens[at - 3], ".");
    const after = tokens[at + 1];
    if (!qualified || isSign(after, "(") || isSign(after, ".")) return [];
    const table = tokens[at - 2]?.text;
    return missing(table, token.text) ? [`${table}.${token.text}`] : [];
  });
  return [...new Set(found)];
}
