import type { SemanticDocument } from "#domain/semantic/model.ts";
import { isSign, isWord, sqlTokens, type Token } from "#domain/analytics/sql/tokens.ts";
import type { BuiltQuery, ColumnRef } from "./model.ts";

type SemanticJoin = SemanticDocument["joins"][number];

/** A way from one table to another by one column each. */
export interface JoinKey {
  from: ColumnRef;
  to: ColumnRef;
  /** How many rows of the second a row of the first has, and the other way round; undefined where nobody said. */
  kind?: SemanticJoin["kind"] | undefined;
}

const isNamed = (token: Token | undefined): token is Token =>
  token?.kind === "word" || token?.kind === "name";

/** The two columns that a condition such as `ventes.client = clients.no` holds against each other; undefined for any other. */
function sidesOf(condition: string): [ColumnRef, ColumnRef] | undefined {
  const [table, dot, column, sign, otherTable, otherDot, otherColumn, ...rest] =
    sqlTokens(condition);
  const isEqual = isSign(sign, "=") || isSign(sign, "==");
  if (rest.length > 0 || !isEqual || !isSign(dot, ".") || !isSign(otherDot, ".")) return undefined;
  if (![table, column, otherTable, otherColumn].every((one) => isNamed(one) && !isWord(one, "and")))
    return undefined;
  return [
    { table: table?.text ?? "", column: column?.text ?? "" },
    { table: otherTable?.text ?? "", column: otherColumn?.text ?? "" },
  ];
}

const TURNED = {
  "one-to-one": "one-to-one",
  "many-to-one": "one-to-many",
  "one-to-many": "many-to-one",
  "many-to-many": "many-to-many",
} as const;

/** The same way, walked from its other end. */
export const turned = ({ from, to, kind }: JoinKey): JoinKey => ({
  from: to,
  to: from,
  kind: kind && TURNED[kind],
});

const same = (a: ColumnRef, b: ColumnRef): boolean => a.table === b.table && a.column === b.column;

/** Whether two ways are the same, from whichever end. */
export const sameKey = (a: JoinKey, b: JoinKey): boolean =>
  (same(a.from, b.from) && same(a.to, b.to)) || (same(a.from, b.to) && same(a.to, b.from));

/**
 * The joins of a semantic layer that a query can be built with: those of one column each, by the names that the tables give them.
 * SQL does not mind the case of names; `columnOf` finds the one that is meant.
 */
export function semanticJoinKeys(
  joins: readonly SemanticJoin[],
  columnOf: (ref: ColumnRef) => ColumnRef | undefined,
): JoinKey[] {
  return joins.flatMap(({ from, on, kind }) => {
    const sides = sidesOf(on)?.map(columnOf);
    const [one, other] = sides ?? [];
    if (one === undefined || other === undefined || one.table === other.table) return [];
    return one.table === from ? [{ from: one, to: other, kind }] : [{ from: other, to: one, kind }];
  });
}

/** The columns that a query's joins hold against each other: what has to be known to tell what they repeat. */
export const joinedColumns = ({ joins }: BuiltQuery): ColumnRef[] =>
  joins.flatMap(({ from, table, to }) => [from, { table, column: to }]);
