import { compileQuery } from "#domain/analytics/builder/compile.ts";
import { formulaFault } from "#domain/analytics/builder/formula.ts";
import {
  emptyQuery,
  type BuiltQuery,
  type ComputedColumn,
  type Measure,
} from "#domain/analytics/builder/model.ts";
import type { QuerySchema } from "#domain/analytics/builder/check.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { EngineLost, type EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runRead, SqlRefused } from "#web/features/analytics/engine/read.ts";
import { refusalText } from "#web/features/analytics/query/refusal-text.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import { today } from "#web/lib/today.ts";

/** What a formula is part of. */
interface Around {
  query: () => BuiltQuery;
  tables: () => QuerySchema;
  keeper: Pick<EngineKeeper, "use">;
}

const read = ({ keeper, tables }: Around, query: BuiltQuery) =>
  keeper.use((engine) => runRead(engine, compileQuery(query, tables(), today()), { limit: 1 }));

/**
 * The kind of what a formula computes for each row, asked of the engine over all of them; `before` are the computed columns that it may
 * speak of. Throws what `runRead` throws.
 */
export async function computedKind(
  around: Around,
  column: Omit<ComputedColumn, "kind">,
  before: readonly ComputedColumn[],
): Promise<ColumnKind> {
  const { table, joins } = around.query();
  const computed = [...before, { ...column, kind: "text" as const }];
  const ref = { table: column.table, column: column.name };
  const alone = { ...emptyQuery(table), joins, computed };
  // Counting reads every row, so what fails in one of them fails here; it takes no sum inside.
  await read(around, { ...alone, measures: [{ fn: "count", column: ref, label: "n" }] });
  const { columns } = await read(around, { ...alone, columns: [ref], limit: 1 });
  return columns[0]?.kind ?? "text";
}

/** Asks the engine for a measure over all rows. Throws what `runRead` throws. */
export async function tryMeasure(around: Around, measure: Measure): Promise<void> {
  const { table, joins, computed = [] } = around.query();
  // Beside a count, a column outside any sum is refused as it is beside a group.
  const rows: Measure = { fn: "count", column: null, label: "n" };
  await read(around, { ...emptyQuery(table), joins, computed, measures: [measure, rows] });
}

/** What is wrong with a formula before anybody is asked. */
export function writtenFault(sql: string, t: Dictionary["analyticsBuild"]["formula"]) {
  if (sql.trim() === "") return t.empty;
  const fault = formulaFault(sql);
  return fault && t[fault];
}

/** Why the engine refused a formula and how to mend it. `of`: one figure for each row, or for each group. */
export function refusedFault(
  thrown: unknown,
  of: "rows" | "groups",
  { query, tables }: Pick<Around, "query" | "tables">,
  { t, f }: { t: Dictionary; f: Format },
): string {
  if (thrown instanceof EngineLost) return t.analytics.engine.lostBody;
  if (!(thrown instanceof SqlRefused)) throw thrown;
  const { refusal } = thrown;
  const words = t.analyticsBuild.formula;
  if (of === "rows" && (refusal.code === "nested-aggregate" || refusal.code === "aggregate-in"))
    return words.rows;
  if (of === "groups" && refusal.code === "group") return words.groups(refusal.name);
  if (refusal.code === "other") return thrown.message;
  const { table } = query();
  const columns = tables().flatMap((one) => one.columns.map(({ name }) => name));
  // A place in the whole text says nothing about one part of it.
  const told = "place" in refusal ? { ...refusal, place: null } : refusal;
  return refusalText(told, {
    sql: "",
    known: { table, columns },
    t: t.analytics.query.advice,
    f,
  });
}
