import type { Cube } from "#domain/dashboards/cube.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runRead, type ReadResult } from "#web/features/analytics/engine/read.ts";
import { createCubes } from "./cubes.ts";

/** Rows that a widget holds of its result: more are said to exist. */
const MOST_ROWS = 5_000;
/** Results that are kept, so that what was shown before is shown at once. */
const MOST_KEPT = 120;

interface Job {
  owner: string;
  sql: string;
  cube: Cube | null;
  done: (result: ReadResult) => void;
  failed: (error: unknown) => void;
}

/** Runs the reads of a dashboard, one after another. A widget that asks again drops what it asked before. */
export interface Runner {
  /**
   * The answer to `sql`. While somebody brushes, `cube` is the same query taken apart: it is answered from a small table where it can be.
   * Throws AbortError when the same owner asks anew, and what `runRead` throws.
   */
  run(owner: string, sql: string, cube?: Cube | null): Promise<ReadResult>;
  /** What a text answered before, while the tables are as they were. */
  known(sql: string): ReadResult | undefined;
  /** Tables have changed: nothing that was answered counts any more. */
  forget(): void;
  drop(owner: string): void;
}

const aborted = () => new DOMException("Asked anew", "AbortError");

/**
 * @param keeper whose engine reads; asked for each read, as another workspace has another.
 * @param loads a number that changes with the rows of the tables: what was answered before is forgotten then.
 */
export function createRunner(keeper: () => EngineKeeper, loads: () => number = () => 0): Runner {
  const kept = new Map<string, ReadResult>();
  let waiting: Job[] = [];
  /** What runs. `making` outlives `abort` while the same brush goes on: what is being made answers its next step. */
  let current: { job: Job; abort: AbortController; making: AbortController } | undefined;
  const cubes = createCubes();
  let generation = 0;
  let seen = loads();

  function keep(sql: string, result: ReadResult): void {
    kept.delete(sql);
    kept.set(sql, result);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  }

  async function work(job: Job): Promise<void> {
    const [abort, making] = [new AbortController(), new AbortController()];
    current = { job, abort, making };
    const at = generation;
    const read = async (engine: Engine): Promise<ReadResult> => {
      const small =
        job.cube &&
        (await cubes.answer(engine, keeper().generation(), job.cube, job.sql, {
          limit: MOST_ROWS,
          signal: making.signal,
        }));
      return small ?? runRead(engine, job.sql, { limit: MOST_ROWS, signal: abort.signal });
    };
    try {
      const result = await keeper().use(read);
      abort.signal.throwIfAborted();
      if (at === generation) keep(job.sql, result);
      job.done(result);
    } catch (error) {
      job.failed(error);
    } finally {
      current = undefined;
      const next = waiting.shift();
      if (next) void work(next);
    }
  }

  function drop(owner: string, next?: Cube | null): void {
    for (const job of waiting) if (job.owner === owner) job.failed(aborted());
    waiting = waiting.filter((job) => job.owner !== owner);
    if (current?.job.owner !== owner) return;
    current.abort.abort();
    if (!next || current.job.cube?.key !== next.key) current.making.abort();
  }

  function forget(): void {
    generation += 1;
    kept.clear();
    cubes.drop();
  }

  return {
    run: (owner, sql, cube = null) =>
      new Promise((done, failed) => {
        drop(owner, cube);
        if (loads() !== seen) {
          seen = loads();
          forget();
        }
        const found = kept.get(sql);
        if (found) {
          keep(sql, found);
          done(found);
          return;
        }
        const job = { owner, sql, cube, done, failed };
        if (current) waiting.push(job);
        else void work(job);
      }),
    known: (sql) => kept.get(sql),
    forget,
    drop: (owner) => drop(owner),
  };
}
