import { BEFORE_BRACKET, CAST_TYPES, MYSQL_FUNCTIONS } from "./mysql-names.ts";
import type { Token } from "./mysql-tokens.ts";
import type { GateRefusal } from "./refusal.ts";

/** The place of the bracket that closes the one at `open`; the end of the text where none does. */
function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i += 1) {
    if (tokens[i]?.kind !== "sign") continue;
    if (tokens[i]?.text === "(") depth += 1;
    if (tokens[i]?.text === ")") depth -= 1;
    if (depth === 0) return i;
  }
  return tokens.length;
}

const lower = (token: Token | undefined) => token?.text.toLowerCase() ?? "";

/** Whether the name at `i` heads a list of columns: of `WITH name (a, b) AS (` or of `(SELECT …) AS name (a, b)`. */
function headsColumns(tokens: readonly Token[], i: number): boolean {
  const close = closing(tokens, i + 1);
  const plain = tokens
    .slice(i + 2, close)
    .every(({ kind, text }) => kind === "word" || kind === "quoted" || text === ",");
  if (!plain) return false;
  const [before, two] = [lower(tokens[i - 1]), lower(tokens[i - 2])];
  const named = /^(?:with|recursive|,)$/.test(before);
  if (named && lower(tokens[close + 1]) === "as" && tokens[close + 2]?.text === "(") return true;
  return before === ")" || (before === "as" && two === ")");
}

/** Whether a bare name before a bracket is one of ours, behind the word or sign that stands before it. */
function isKnown(name: string, before: string): boolean {
  // These are quantifiers behind a comparison and could be anybody's function elsewhere.
  if (name === "any" || name === "some") return /^(?:<=>|[<>=!]+)$/.test(before);
  if (before === "as" && CAST_TYPES.has(name)) return true;
  return MYSQL_FUNCTIONS.has(name) || BEFORE_BRACKET.has(name);
}

/**
 * Whether each name before a bracket is a function that only reads, by its bare name: in backticks or behind a dot it would be a
 * function of the database's own, which may do anything.
 */
export function bracketFault(tokens: readonly Token[]): GateRefusal | null {
  for (const [i, token] of tokens.entries()) {
    const isName = token.kind === "word" || token.kind === "quoted";
    const next = tokens[i + 1];
    if (!isName || next?.kind !== "sign" || next.text !== "(") continue;
    const bare = token.kind === "word" && tokens[i - 1]?.text !== ".";
    const name = lower(token);
    if (bare && isKnown(name, lower(tokens[i - 1]))) continue;
    if (!headsColumns(tokens, i)) return { reason: "function", what: token.text };
  }
  return null;
}
