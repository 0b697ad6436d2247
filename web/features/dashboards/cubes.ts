import type { AsyncDuckDBConnection, AsyncPreparedStatement } from "@duckdb/duckdb-wasm";
import { isLimited } from "#domain/analytics/sql/limited.ts";
import { boundedRead } from "#domain/analytics/sql/read.ts";
import type { Cube } from "#domain/dashboards/cube.ts";
import { sendAll, type Engine } from "#web/features/analytics/engine/engine.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { cellsOf, columnsOf, type ResultColumn } from "#web/features/analytics/engine/values.ts";

/** Rows that a small table may have, and all of them together: some tens of megabytes. */
const MOST_ROWS = 200_000;
const MOST_TOGETHER = 1_000_000;
const MOST_KEPT = 32;
const MOST_REFUSED = 200;

interface Limits {
  limit: number;
  signal: AbortSignal;
}

interface Made {
  connection: AsyncDuckDBConnection;
  statement: AsyncPreparedStatement;
  columns: readonly ResultColumn[];
  rows: number;
}

/** Small tables from which brushes are answered; each belongs to one engine and ends with it. */
export interface Cubes {
  /**
   * The answer to a cube's query, at most `limit` rows, from its table, which is made first where there is none. Undefined where it can't
   * be told so: `direct`, the query itself, is then to be asked. `generation` tells engines apart. Throws AbortError when `signal` stops the making.
   */
  answer(
    engine: Engine,
    generation: number,
    cube: Cube,
    direct: string,
    options: Limits,
  ): Promise<ReadResult | undefined>;
  /** Tables of the engine have changed: nothing that was made of them counts any more. */
  drop(): void;
}

const same = (a: readonly ResultColumn[], b: readonly ResultColumn[]): boolean =>
  a.length === b.length && a.every(({ kind }, at) => kind === b[at]?.kind);

export function createCubes(): Cubes {
  /** Least lately used first. */
  const kept = new Map<string, Made>();
  const refused = new Set<string>();
  let generation = 0;
  let drops = 0;

  function close({ connection, statement }: Made): void {
    // Its table is temporary: it goes with the connection.
    void statement.close().catch(() => undefined);
    void connection.close().catch(() => undefined);
  }

  function drop(): void {
    drops += 1;
    for (const made of kept.values()) close(made);
    kept.clear();
    refused.clear();
  }

  function makeRoom(): void {
    const together = () => [...kept.values()].reduce((sum, { rows }) => sum + rows, 0);
    while (kept.size > MOST_KEPT || (kept.size > 1 && together() > MOST_TOGETHER)) {
      const [oldest] = kept;
      if (!oldest) return;
      kept.delete(oldest[0]);
      close(oldest[1]);
    }
  }

  /** Each text that holds a person's words is prepared as one bounded read before it is run, as `runRead` does it. */
  async function make(
    engine: Engine,
    cube: Cube,
    direct: string,
    { limit, signal }: Limits,
  ): Promise<Made | undefined> {
    const connection = await engine.connect();
    try {
      const source = boundedRead(cube.make, MOST_ROWS);
      const shape = boundedRead(direct, -1);
      for (const text of [source, shape]) await (await connection.prepare(text)).close();
      const columns = columnsOf((await connection.query(shape)).schema);
      const table = `CREATE TEMP TABLE spans AS ${source}`;
      for await (const batch of sendAll(connection, table, signal)) void batch;
      const counted = await connection.query("SELECT count(*)::INTEGER AS n FROM spans");
      const rows = Number(counted.getChild("n")?.get(0) ?? 0);
      const statement = await connection.prepare(boundedRead(cube.ask("spans"), limit));
      const made = { connection, statement, columns, rows };
      const asked = columnsOf((await statement.query(...cube.ends)).schema);
      if (rows <= MOST_ROWS && same(asked, columns)) return made;
      close(made);
      return undefined;
    } catch (error) {
      await connection.close().catch(() => undefined);
      throw error;
    }
  }

  return {
    drop,
    async answer(engine, at, cube, direct, options) {
      if (at !== generation) {
        // The tables went with their engine, and its worker answers no more.
        kept.clear();
        refused.clear();
        generation = at;
      }
      if (refused.has(cube.key)) return undefined;
      const started = performance.now();
      let made = kept.get(cube.key);
      if (made === undefined) {
        const began = drops;
        made = await make(engine, cube, direct, options).catch(() => undefined);
        // Made of rows that have changed meanwhile, or for somebody who has gone.
        const late = options.signal.aborted || began !== drops;
        if (late && made) close(made);
        options.signal.throwIfAborted();
        if (late) return undefined;
        if (made === undefined) {
          if (refused.size >= MOST_REFUSED) refused.clear();
          refused.add(cube.key);
          return undefined;
        }
      }
      kept.delete(cube.key);
      kept.set(cube.key, made);
      makeRoom();
      const answer = await made.statement.query(...cube.ends);
      const rows = answer.batches.flatMap(cellsOf);
      const more = rows.length > options.limit;
      if (more) rows.length = options.limit;
      const limited = isLimited(direct, rows.length);
      return { columns: [...made.columns], rows, more, limited, ms: performance.now() - started };
    },
  };
}
