import { measureJoinSql, type JoinFigures } from "#domain/analytics/joins/measure.ts";
import type { JoinCandidate } from "#domain/analytics/joins/suggest-joins.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";

/** Measures two columns of tables that are in the engine. Throws SqlRefused where they are not. */
export async function measureJoin(
  keeper: EngineKeeper,
  candidate: JoinCandidate,
): Promise<JoinFigures> {
  const { rows } = await keeper.use((engine) =>
    runRead(engine, measureJoinSql(candidate), { limit: 1 }),
  );
  const [all = 0, found = 0, shared = 0, mostLeft = 0, mostRight = 0] = (rows[0] ?? []).map(Number);
  return { rows: all, found, shared, mostLeft, mostRight };
}
