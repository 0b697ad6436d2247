import { GROUP_SIZE, withGroupSize } from "#domain/asks/group-size.ts";
import { MOST_SENT_ROWS, SMALLEST_GROUP } from "#domain/asks/source.ts";
import type { ResultOutput, Withheld } from "#domain/asks/tool-output.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runRead, SqlRefused, type ReadResult } from "#web/features/analytics/engine/read.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";

/** Rows that the page holds of a result. */
export const MOST_ROWS = 10_000;
const MOST_GROUPS = 1_000;
const LONGEST_CELL = 200;

/** A cell as it is sent: never longer than the server takes. */
const sentCell = (cell: Cell): Cell =>
  typeof cell === "string" ? cell.slice(0, LONGEST_CELL) : cell;

/** Up to twenty rows as they are, for whoever consents to send them. */
export const sendable = ({ rows }: ReadResult): Cell[][] =>
  rows.slice(0, MOST_SENT_ROWS).map((row) => row.slice(0, 50).map(sentCell));

/** What is told of a result: how much there is, and those rows that stand for five rows of the data or more. */
export async function tellResult(
  keeper: EngineKeeper,
  sql: string,
  result: ReadResult,
  tables: readonly string[],
  signal: AbortSignal,
): Promise<ResultOutput> {
  const columns = result.columns.slice(0, 50).map(({ name, kind }, at) => ({
    name: name.slice(0, LONGEST_CELL),
    kind,
    nulls: result.rows.filter((row) => row[at] === null).length,
    distinct: new Set(result.rows.map((row) => row[at])).size,
  }));
  const told = await groupsOf(keeper, sql, result, tables, signal);
  return {
    kind: "result",
    rows: result.rows.length,
    more: result.more,
    columns,
    groups: "rows" in told ? told : null,
    withheld: "withheld" in told && typeof told.withheld === "string" ? told.withheld : null,
    consented: null,
  };
}

type Groups = NonNullable<ResultOutput["groups"]>;

/** The rows that may be sent. The engine counts what stands behind each in the very same query. */
async function groupsOf(
  keeper: EngineKeeper,
  sql: string,
  result: ReadResult,
  tables: readonly string[],
  signal: AbortSignal,
): Promise<Groups | { withheld: Withheld }> {
  const counted = withGroupSize(sql, tables);
  if ("withheld" in counted) return counted;
  // The least or greatest of texts is one row's own.
  if (counted.extremes.some((at) => result.columns[at]?.kind === "text"))
    return { withheld: "not-provable" };
  const sized = await keeper
    .use((engine) => runRead(engine, counted.sql, { limit: MOST_GROUPS, signal }))
    .catch((error: unknown) => {
      // A column that is no aggregate can't stand beside a count: the engine itself says that this is no aggregate.
      if (error instanceof SqlRefused) return null;
      throw error;
    });
  const last = sized?.columns.at(-1);
  if (!sized || last?.name !== GROUP_SIZE) return { withheld: "not-aggregate" };
  const sizes = sized.rows.map((row) => Number(row.at(-1) ?? 0));
  const small = sizes.some((size) => size < SMALLEST_GROUP);
  if (counted.windows && small) return { withheld: "too-small" };
  const kept = sized.rows
    .map((row, at) => ({ row: row.slice(0, -1).slice(0, 50).map(sentCell), size: sizes[at] ?? 0 }))
    .filter(({ size }) => size >= SMALLEST_GROUP);
  const sent = kept.slice(0, MOST_SENT_ROWS);
  if (sent.length === 0) return { withheld: "too-small" };
  return {
    rows: sent.map(({ row }) => row),
    smallest: Math.min(...sent.map(({ size }) => size)),
    withheld: Math.max(0, result.rows.length - sent.length),
  };
}
