import { isSign, isWord, type Token } from "#domain/analytics/sql/tokens.ts";

/** A SELECT taken apart: its list, where it reads from, and the named queries before it. */
export interface SelectParts {
  list: Token[];
  from: Token[];
  named: Map<string, Token[]>;
}

const AFTER_FROM = [
  "where",
  "group",
  "having",
  "window",
  "qualify",
  "order",
  "limit",
  "offset",
  "using",
] as const;
const SETS = ["union", "intersect", "except", "pivot", "unpivot", "recursive"] as const;

/** Where the parenthesis that opens at `open` ends. */
export function closing(tokens: readonly Token[], open: number): number {
  const depth = tokens[open]?.depth ?? 0;
  for (let at = open + 1; at < tokens.length; at += 1)
    if (isSign(tokens[at], ")") && tokens[at]?.depth === depth) return at;
  return tokens.length;
}

/**
 * Takes one plain SELECT apart. Null for what is none: set operations, FROM-first, PIVOT, a recursive query, no FROM.
 */
export function selectParts(tokens: readonly Token[]): SelectParts | null {
  const base = tokens[0]?.depth ?? 0;
  const level = (token: Token): boolean => token.depth === base;
  if (tokens.some((token) => level(token) && isWord(token, ...SETS))) return null;
  const named = new Map<string, Token[]>();
  let at = 0;
  if (isWord(tokens[0], "with")) {
    for (at = 1; ; at += 1) {
      const name = tokens[at];
      if (name?.kind !== "word" && name?.kind !== "name") return null;
      let open = at + 1;
      if (!isWord(tokens[open], "as")) return null;
      open += 1;
      if (isWord(tokens[open], "not")) open += 1;
      if (isWord(tokens[open], "materialized")) open += 1;
      if (!isSign(tokens[open], "(")) return null;
      const close = closing(tokens, open);
      named.set(name.text.toLowerCase(), tokens.slice(open + 1, close));
      at = close + 1;
      if (!isSign(tokens[at], ",")) break;
    }
  }
  if (!isWord(tokens[at], "select")) return null;
  // `USING` of a join stands inside FROM: only `USING SAMPLE` ends it.
  const from = tokens.findIndex(
    (token, index) => index > at && level(token) && isWord(token, "from"),
  );
  if (from < 0) return null;
  const after = tokens.findIndex(
    (token, index) =>
      index > from &&
      level(token) &&
      isWord(token, ...AFTER_FROM) &&
      (token.text !== "using" || isWord(tokens[index + 1], "sample")),
  );
  return {
    list: tokens.slice(at + 1, from),
    from: tokens.slice(from + 1, after < 0 ? undefined : after),
    named,
  };
}
