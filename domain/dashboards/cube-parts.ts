import { isSign, isWord, type Token } from "#domain/analytics/sql/tokens.ts";
import type { Piece } from "./grouped.ts";

/** Functions of one row that answer the same each time. */
const SCALARS = new Set(
  `abs ceil ceiling floor round trunc sign sqrt ln log log10 exp power pow mod greatest least coalesce ifnull nullif if lower upper trim ltrim rtrim
length left right substr substring replace concat contains starts_with date_trunc date_part datepart year quarter month week day dayofweek isodow hour
strftime monthname dayname last_day cast try_cast extract`.split(/\s+/),
);
/** Words that stand between operands without being a name; the first ones also before a bracket. */
const BEFORE_BRACKET = "and or not in between like ilike case when then else interval".split(" ");
const KEYWORDS = new Set([
  ...BEFORE_BRACKET,
  ..."is null end true false date timestamp from as".split(" "),
]);
const SUMS = ["count", "sum", "min", "max", "avg", "mean"];

/** Where names may come from: the columns of the one table, and what may stand before their dot. */
export interface Known {
  columns: ReadonlySet<string>;
  owners: readonly string[];
}

/** A call that makes one value of many rows: its tokens from `at` to `end` (left out), a FILTER included. */
export interface Call {
  fn: string;
  at: number;
  end: number;
  argument: readonly Token[];
  /** `FILTER (WHERE …)`, or nothing. */
  filter: readonly Token[];
}

function closing(tokens: readonly Token[], open: number): number {
  const depth = tokens[open]?.depth ?? 0;
  return tokens.findIndex((token, at) => at > open && isSign(token, ")") && token.depth === depth);
}

/** The calls of aggregates in a piece. Null when one is no plain sum, count, smallest, largest or mean. */
export function callsOf({ tokens }: Piece): Call[] | null {
  const calls: Call[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!isWord(token, ...SUMS) || !isSign(tokens[at + 1], "(")) continue;
    const close = closing(tokens, at + 1);
    if (close < 0) return null;
    const argument = tokens.slice(at + 2, close);
    const depth = (tokens[at + 1]?.depth ?? 0) + 1;
    const bad = argument.some(
      (one) => (isSign(one, ",") && one.depth === depth) || isWord(one, "order", "ignore"),
    );
    if (bad) return null;
    const filtered = isWord(tokens[close + 1], "filter") && isSign(tokens[close + 2], "(");
    const end = (filtered ? closing(tokens, close + 2) : close) + 1;
    if (end === 0) return null;
    const fn = token?.text === "mean" ? "avg" : (token?.text ?? "");
    calls.push({ fn, at, end, argument, filter: filtered ? tokens.slice(close + 1, end) : [] });
    at = end - 1;
  }
  return calls;
}

/** Whether each name is a column of the table, and each call a function that answers the same each time. */
export function plain(tokens: readonly Token[], { columns, owners }: Known): boolean {
  return tokens.every((token, at) => {
    if (token.kind === "string" || token.kind === "number") return true;
    if (token.kind === "sign") return token.text !== "\\" && token.text !== "@";
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (isSign(after, "(")) {
      return token.kind === "word" && (SCALARS.has(token.text) || isWord(token, ...BEFORE_BRACKET));
    }
    // What follows :: or AS within a cast is a type, which the engine reads.
    if (isSign(before, "::") || isWord(before, "as")) return token.kind === "word";
    if (isSign(after, ".")) return owners.includes(token.text.toLowerCase());
    if (columns.has(token.text.toLowerCase())) return true;
    return token.kind === "word" && (KEYWORDS.has(token.text) || isUnit(tokens, at));
  });
}

/** `extract(month FROM …)`, `INTERVAL 3 MONTH`. */
function isUnit(tokens: readonly Token[], at: number): boolean {
  if (!/^(year|quarter|month|week|day|hour|minute|second)s?$/.test(tokens[at]?.text ?? ""))
    return false;
  const before = tokens[at - 1];
  return isWord(tokens[at + 1], "from") || before?.kind === "number" || before?.kind === "string";
}

/** Whether two pieces are the same words. */
export const alike = (a: Piece, b: Piece): boolean =>
  a.tokens.length === b.tokens.length &&
  a.tokens.every((token, at) => {
    const other = b.tokens[at];
    if (token.kind === "string" || other?.kind === "string")
      return token.kind === other?.kind && token.text === other.text;
    return token.text.toLowerCase() === other?.text.toLowerCase();
  });
