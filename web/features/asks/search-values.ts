import type { ToolOutput } from "#domain/asks/tool-output.ts";
import { MOST_SENT_ROWS, SMALLEST_GROUP, type AskSource } from "#domain/asks/source.ts";
import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";

const LONGEST = 120;

/** Without accents and case. */
const plain = (text: string): string => `strip_accents(lower(${text}))`;

/** How a value is written in a column: those that five rows share, nearest first. The text is a literal, whatever it holds. */
export async function searchValues(
  keeper: EngineKeeper,
  sources: readonly AskSource[],
  asked: { table: string; column: string; text: string },
  signal: AbortSignal,
): Promise<ToolOutput> {
  const source = sources.find(({ table }) => table.toLowerCase() === asked.table.toLowerCase());
  const column = source?.columns.find(
    ({ name }) => name.toLowerCase() === asked.column.toLowerCase(),
  );
  if (!source || !column || column.kind !== "text")
    return { kind: "error", message: "There is no such text column." };
  const cell = `CAST(${quoteIdentifier(column.name)} AS VARCHAR)`;
  const near = `jaro_winkler_similarity(${plain(cell)}, ${plain(quoteLiteral(asked.text))})`;
  const sql = `SELECT ${cell} AS v, count(*) AS n FROM ${quoteIdentifier(source.table)}
WHERE ${cell} IS NOT NULL AND (contains(${plain(cell)}, ${plain(quoteLiteral(asked.text))}) OR ${near} > 0.82)
GROUP BY 1 ORDER BY max(${near}) DESC, 2 DESC, 1`;
  const { rows } = await keeper.use((engine) => runRead(engine, sql, { limit: 200, signal }));
  const shared = rows
    .map(([value, count]) => ({ value: String(value), count: Number(count) }))
    .filter(({ value, count }) => count >= SMALLEST_GROUP && value.length <= LONGEST)
    .slice(0, MOST_SENT_ROWS);
  return { kind: "values", values: shared, withheld: rows.length - shared.length };
}
