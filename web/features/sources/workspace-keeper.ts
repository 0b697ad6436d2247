import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";

/** The schema of the engine in which the sources of a workspace have their names. */
export const schemaOf = (workspaceId: string): string => workspaceId.toLowerCase();

/**
 * The same engine with the names of one workspace: what a read calls `ventes` is the source of that name there, whatever files or other
 * workspaces call so. Tables of the device stay where they are.
 */
export function keeperIn(keeper: EngineKeeper, workspaceId: string): EngineKeeper {
  const schema = schemaOf(workspaceId);
  /** Engines that have the schema: each read asks for a connection, and none needs to be told twice. */
  const made = new WeakSet<Engine>();
  const named = (engine: Engine): Engine => ({
    ...engine,
    async connect() {
      const connection = await engine.connect();
      if (!made.has(engine)) {
        await connection.query(`CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(schema)}`);
        made.add(engine);
      }
      await connection.query(`SET search_path = ${quoteLiteral(schema)}`);
      return connection;
    },
  });
  return {
    ...keeper,
    engine: async () => named(await keeper.engine()),
    use: (work) => keeper.use((engine) => work(named(engine))),
  };
}
