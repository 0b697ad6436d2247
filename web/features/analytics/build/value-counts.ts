import { folded } from "#domain/analytics/builder/filter-sql.ts";
import type { ColumnRef } from "#domain/analytics/builder/model.ts";
import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";

const MOST = 60;

/** A value of a column and how many rows have it; null stands for empty. */
export interface ValueCount {
  value: string | null;
  count: number;
}

/** The values of a column of `from` (SQL) that hold a text, the most frequent first. Throws AbortError, and what `runRead` throws. */
export async function valueCounts(
  keeper: EngineKeeper,
  { from, column }: { from: string; column: string },
  text: string,
  signal: AbortSignal,
): Promise<ValueCount[]> {
  const cell = `CAST(${quoteIdentifier(column)} AS VARCHAR)`;
  const plain = folded(text.trim());
  const where =
    plain === "" ? "" : `\nWHERE contains(strip_accents(lower(${cell})), ${quoteLiteral(plain)})`;
  const sql = `SELECT ${cell} AS v, count(*) AS n\nFROM ${from}${where}\nGROUP BY 1\nORDER BY 2 DESC, 1\nLIMIT ${MOST}`;
  const { rows } = await keeper.use((engine) => runRead(engine, sql, { limit: MOST, signal }));
  return rows.map(([value, count]) => ({
    value: value === null || value === undefined ? null : String(value),
    count: Number(count),
  }));
}

/** Whether each value of a column has one row. */
export async function isUniqueKey(
  keeper: EngineKeeper,
  { table, column }: ColumnRef,
): Promise<boolean> {
  const own = quoteIdentifier(column);
  const sql = `SELECT count(${own}) AS n, count(DISTINCT ${own}) AS d FROM ${quoteIdentifier(table)}`;
  const { rows } = await keeper.use((engine) => runRead(engine, sql, { limit: 1 }));
  return rows[0]?.[0] === rows[0]?.[1];
}
