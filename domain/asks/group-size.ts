import { withoutEnd } from "#domain/analytics/sql/read.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { hasCondition, hasUnknownCall, extremesOf } from "./select-list.ts";
import { closing, selectParts, type SelectParts } from "./select-parts.ts";
import { isSign, isWord, sqlTokens, type Token } from "#domain/analytics/sql/tokens.ts";
import type { Withheld } from "./tool-output.ts";

/** Name of the column that counts the rows behind each row of a result. */
export const GROUP_SIZE = "aetheria_group_size";

/** A query with its group sizes as last column, or why they can't be known. */
export type Counted =
  | {
      sql: string;
      /** Positions of columns that hold a least or greatest value: of text, that is somebody's. */
      extremes: number[];
      /** Values of one row may come from another: none may be too small then. */
      windows: boolean;
    }
  | { withheld: Withheld };

/**
 * The query with one more column: how many rows of the data stand behind each of its rows, counted by the engine and not by the
 * model. Over joins it counts the different rows of each table, so that a join can't multiply a person into a group; over named queries and
 * subqueries only where those read one table. What can't be proven so is refused; what is no aggregate the engine refuses.
 */
export function withGroupSize(sql: string, tables: readonly string[]): Counted {
  const text = withoutEnd(sql);
  const tokens = sqlTokens(text);
  const parts = selectParts(tokens);
  const last = parts?.list.at(-1);
  if (parts === null || last === undefined) return { withheld: "not-provable" };
  if (hasCondition(parts.list, "aggregates")) return { withheld: "conditional" };
  if (parts.list.some((token) => isWord(token, "select")) || hasUnknownCall(parts.list))
    return { withheld: "not-provable" };
  const known = new Set(tables.map((table) => table.toLowerCase()));
  const size = sizeOf(parts, known, parts.named);
  if (typeof size !== "string") return size;
  const column = `, ${size} AS ${quoteIdentifier(GROUP_SIZE)}`;
  return {
    sql: text.slice(0, last.end) + column + text.slice(last.end),
    extremes: extremesOf(parts.list),
    windows: parts.list.some((token) => isWord(token, "over")),
  };
}

interface Relation {
  name: string | null;
  alias: string;
  body: Token[] | null;
}

/** The expression that counts rows behind a group. */
function sizeOf(
  parts: SelectParts,
  tables: ReadonlySet<string>,
  named: ReadonlyMap<string, Token[]>,
): string | { withheld: Withheld } {
  const relations = relationsOf(parts.from);
  if (relations === null) return { withheld: "not-provable" };
  const [only] = relations;
  if (relations.length === 1 && only !== undefined) {
    const body = only.body ?? (only.name === null ? undefined : named.get(only.name.toLowerCase()));
    if (body !== undefined) {
      const faulty = faultOfInner(body, tables, named, 0);
      return faulty === null ? "count(*)" : { withheld: faulty };
    }
  }
  const names = relations.map(({ name }) => name?.toLowerCase() ?? "");
  const plain = names.every((name) => tables.has(name) && !named.has(name));
  if (!plain) return { withheld: "not-provable" };
  if (relations.length === 1) return "count(*)";
  // Whole rows, as sources may be views, which have no row numbers: equal ones count once, which errs on the safe side.
  const counts = relations.map(({ alias }) => `count(DISTINCT ${quoteIdentifier(alias)})`);
  return `least(${counts.join(", ")})`;
}

/** Why the rows of an inner query may be more than the rows of data behind them, or carry a hidden choice; null when they are not. */
function faultOfInner(
  body: readonly Token[],
  tables: ReadonlySet<string>,
  named: ReadonlyMap<string, Token[]>,
  depth: number,
): Withheld | null {
  const parts = selectParts(body);
  if (parts === null || depth > 4 || parts.named.size > 0) return "not-provable";
  // A window could put one person's value beside everybody's.
  if (parts.list.some((token) => isWord(token, "select", "over")) || hasUnknownCall(parts.list))
    return "not-provable";
  if (hasCondition(parts.list, "anywhere")) return "conditional";
  const relations = relationsOf(parts.from);
  const [only] = relations ?? [];
  if (relations?.length !== 1 || only === undefined) return "not-provable";
  const inner = only.body ?? (only.name === null ? undefined : named.get(only.name.toLowerCase()));
  if (inner !== undefined) return faultOfInner(inner, tables, named, depth + 1);
  return tables.has(only.name?.toLowerCase() ?? "") ? null : "not-provable";
}

const JOINS = ["join", "inner", "left", "right", "full", "outer"] as const;

/** The relations of a FROM: tables by name, subqueries by body. Null for table functions, commas, cross joins and the like. */
function relationsOf(from: readonly Token[]): Relation[] | null {
  const base = from[0]?.depth ?? 0;
  const relations: Relation[] = [];
  let at = 0;
  while (at < from.length) {
    const token = from[at];
    let name: string | null = null;
    let body: Token[] | null = null;
    if (isSign(token, "(")) {
      const close = closing(from, at);
      body = from.slice(at + 1, close);
      at = close + 1;
    } else if (token?.kind === "name" || token?.kind === "word") {
      name = token.text;
      at += 1;
      // A function, or a name of several parts.
      if (isSign(from[at], "(") || isSign(from[at], ".")) return null;
    } else return null;
    if (isWord(from[at], "as")) at += 1;
    const alias = from[at];
    const aliased =
      alias?.kind === "name" || (alias?.kind === "word" && !isWord(alias, ...JOINS, "on"));
    if (aliased) at += 1;
    relations.push({ name, body, alias: aliased ? (alias?.text ?? "") : (name ?? "") });
    const next = nextJoin(from, at, base, relations.length === 1);
    if (next === null) return null;
    at = next;
  }
  return relations.length === 0 ? null : relations;
}

/** Where the relation after the next JOIN begins; the end when there is none. Null for what is no join by ON or USING. */
function nextJoin(from: readonly Token[], at: number, base: number, first: boolean): number | null {
  let place = at;
  if (!first) {
    if (!isWord(from[place], "on", "using")) return null;
    place += 1;
    while (place < from.length && !(from[place]?.depth === base && isWord(from[place], ...JOINS))) {
      if (from[place]?.depth === base && isSign(from[place], ",")) return null;
      if (isWord(from[place], "select", "cross", "asof", "positional", "lateral")) return null;
      place += 1;
    }
  }
  if (place >= from.length) return from.length;
  while (isWord(from[place], "inner", "left", "right", "full", "outer")) place += 1;
  return isWord(from[place], "join") ? place + 1 : null;
}
