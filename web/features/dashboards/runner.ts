import { runRead, type ReadResult } from "#web/features/analytics/engine/read.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";

/** Rows that a widget holds of its result: more are said to exist. */
const MOST_ROWS = 5_000;
/** Results that are kept, so that what was shown before is shown at once. */
const MOST_KEPT = 120;

interface Job {
  owner: string;
  sql: string;
  done: (result: ReadResult) => void;
  failed: (error: unknown) => void;
}

/** Runs the reads of a dashboard, one after another. A widget that asks again drops what it asked before. */
export interface Runner {
  /** Throws AbortError when the same owner asks anew, and what `runRead` throws. */
  run(owner: string, sql: string): Promise<ReadResult>;
  /** What a text answered before, while the tables are as they were. */
  known(sql: string): ReadResult | undefined;
  /** Tables have changed: nothing that was answered counts any more. */
  forget(): void;
  drop(owner: string): void;
}

const aborted = () => new DOMException("Asked anew", "AbortError");

/** @param keeper whose engine reads; asked for each read, as another workspace has another. */
export function createRunner(keeper: () => EngineKeeper): Runner {
  const kept = new Map<string, ReadResult>();
  let waiting: Job[] = [];
  let current: { job: Job; abort: AbortController } | undefined;
  let generation = 0;

  function keep(sql: string, result: ReadResult): void {
    kept.delete(sql);
    kept.set(sql, result);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  }

  async function work(job: Job): Promise<void> {
    const abort = new AbortController();
    current = { job, abort };
    const at = generation;
    try {
      const result = await keeper().use((engine) =>
        runRead(engine, job.sql, { limit: MOST_ROWS, signal: abort.signal }),
      );
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

  function drop(owner: string): void {
    for (const job of waiting) if (job.owner === owner) job.failed(aborted());
    waiting = waiting.filter((job) => job.owner !== owner);
    if (current?.job.owner === owner) current.abort.abort();
  }

  return {
    run: (owner, sql) =>
      new Promise((done, failed) => {
        drop(owner);
        const found = kept.get(sql);
        if (found) {
          keep(sql, found);
          done(found);
          return;
        }
        const job = { owner, sql, done, failed };
        if (current) waiting.push(job);
        else void work(job);
      }),
    known: (sql) => kept.get(sql),
    forget: () => {
      generation += 1;
      kept.clear();
    },
    drop,
  };
}
