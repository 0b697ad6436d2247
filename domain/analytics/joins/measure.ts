import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { SemanticDocument } from "#domain/semantic/model.ts";
import type { JoinCandidate } from "./suggest-joins.ts";

type Join = SemanticDocument["joins"][number];

/** What the data say of two columns. Rows without a key are left out of all but `rows`. */
export interface JoinFigures {
  /** All rows on the left. */
  rows: number;
  /** Those whose key is found on the right. */
  found: number;
  /** Different keys that both sides have. */
  shared: number;
  /** How many rows on the left, on the right, hold the key that repeats most. */
  mostLeft: number;
  mostRight: number;
}

function keysSql({ table, column }: JoinCandidate["from"]): string {
  const key = quoteIdentifier(column);
  return `SELECT ${key} AS k, count(*) AS n FROM ${quoteIdentifier(table)} WHERE ${key} IS NOT NULL GROUP BY ALL`;
}

/** One row of `JoinFigures`, in their order. */
export function measureJoinSql({ from, to }: JoinCandidate): string {
  return `WITH a AS (${keysSql(from)}), b AS (${keysSql(to)}), both_sides AS (SELECT a.n FROM a SEMI JOIN b ON a.k = b.k)
SELECT (SELECT count(*) FROM ${quoteIdentifier(from.table)}) AS "rows",
  (SELECT coalesce(sum(n), 0) FROM both_sides) AS "found",
  (SELECT count(*) FROM both_sides) AS "shared",
  (SELECT coalesce(max(n), 0) FROM a) AS "most_left",
  (SELECT coalesce(max(n), 0) FROM b) AS "most_right"`;
}

/** Names alone may deceive: the less they say, the more rows must find their counterpart. */
const ENOUGH = [
  [0.8, 0.5],
  [0, 0.8],
] as const;

/** How rows belong together by these figures, or null where the columns are no keys of each other. */
export function judgeJoin(candidate: JoinCandidate, figures: JoinFigures): Join["kind"] | null {
  const { rows, found, shared, mostLeft, mostRight } = figures;
  if (shared < 2 || mostRight > 1) return null;
  const least = ENOUGH.find(([score]) => candidate.score >= score)?.[1] ?? 1;
  if (found / rows < least) return null;
  return mostLeft > 1 ? "many-to-one" : "one-to-one";
}

/** A name as it stands in SQL: in quotes only where it needs them. */
const plain = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) ? name : quoteIdentifier(name);

const plainSide = ({ table, column }: JoinCandidate["from"]): string =>
  `${plain(table)}.${plain(column)}`;

/** The join as the semantic layer says it. */
export function semanticJoin({ from, to }: JoinCandidate, kind: Join["kind"]): Join {
  return { from: from.table, to: to.table, on: `${plainSide(from)} = ${plainSide(to)}`, kind };
}

/** Letters alone: what is written in either order, with or without quotes, is the same condition. */
const bare = (on: string): string =>
  on
    .toLowerCase()
    .replaceAll(/["`\s]/g, "")
    .split("=")
    .toSorted()
    .join("=");

/** Whether a model joins the two tables of a candidate, by whatever columns. */
export const joinsTables = (
  joins: readonly Pick<Join, "from" | "to">[],
  { from, to }: JoinCandidate,
): boolean =>
  joins.some(
    (join) =>
      (join.from === from.table && join.to === to.table) ||
      (join.from === to.table && join.to === from.table),
  );

/** Whether a model says this join already, whichever way round. */
export const saysJoin = (joins: readonly Join[], candidate: JoinCandidate): boolean => {
  const own = bare(semanticJoin(candidate, "many-to-one").on);
  return joins.some(({ on }) => bare(on) === own);
};
