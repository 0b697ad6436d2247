import type { Cube } from "#domain/dashboards/cube.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { runRead, type ReadResult } from "#web/features/analytics/engine/read.ts";
import type { Answers } from "#web/features/sources/answers.ts";
import { createCubes } from "./cubes.ts";

/** Rows that a widget holds of its result: more are said to exist. */
const MOST_ROWS = 5_000;
/** Reads under way: one is answered, one is checked and sent as soon as that answer is there, one is being checked. */
const AT_ONCE = 3;

interface Job {
  owner: string;
  sql: string;
  cube: Cube | null;
  done: (result: ReadResult) => void;
  failed: (error: unknown) => void;
}

/** One that is under way. `making` outlives `abort` while the same brush goes on: what is being made answers its next step. */
interface Running {
  job: Job;
  abort: AbortController;
  making: AbortController;
}

/** Whether the answer to one answers the other too, or what is being made for it. */
const isSame = (a: Job, b: Job): boolean =>
  a.sql === b.sql || (a.cube !== null && a.cube.key === b.cube?.key);

/** A small table that nobody has asked yet. */
interface Early {
  owner: string;
  sql: string;
  cube: Cube;
  abort: AbortController;
}

/** Runs the reads of a dashboard in the order in which they were asked. A widget that asks again drops what it asked before. */
export interface Runner {
  /**
   * The answer to `sql`. While somebody brushes, `cube` is the same query taken apart: it is answered from a small table where it can be.
   * Throws AbortError when the same owner asks anew, and what `runRead` throws.
   */
  run(owner: string, sql: string, cube?: Cube | null): Promise<ReadResult>;
  /**
   * Makes the small table that a brush which may begin soon will ask, while nothing else is asked; `sql` as in `run`. Null, or another
   * read than a brush's: what is not made yet is not made.
   */
  prepare(owner: string, next: { sql: string; cube: Cube } | null): void;
  drop(owner: string): void;
  /** Takes what was added up for brushes out of the engine, which outlives the page. Answers stay. */
  leave(): void;
}

const aborted = () => new DOMException("Asked anew", "AbortError");

/**
 * @param keeper whose engine reads; asked for each read, as another workspace has another.
 * @param answers where answers are kept while the rows are as they are; likewise.
 */
export function createRunner(keeper: () => EngineKeeper, answers: () => Answers): Runner {
  let waiting: Job[] = [];
  let ahead: Early[] = [];
  const running = new Set<Running>();
  /** Resolves when the read that began last has its answer. */
  let answered = Promise.resolve();
  let early: Early | undefined;
  const cubes = createCubes();
  /** The rows that the small tables were made of. */
  let added = answers().stamp();

  async function work(job: Job): Promise<void> {
    const [abort, making] = [new AbortController(), new AbortController()];
    const own = { job, abort, making };
    running.add(own);
    const turn = answered;
    const { promise, resolve: passOn } = Promise.withResolvers<void>();
    answered = promise;
    const stamp = answers().stamp();
    const read = async (engine: Engine): Promise<ReadResult> => {
      const small =
        job.cube &&
        (await cubes.answer(engine, keeper().generation(), job.cube, job.sql, {
          limit: MOST_ROWS,
          signal: making.signal,
        }));
      return small ?? runRead(engine, job.sql, { limit: MOST_ROWS, signal: abort.signal, turn });
    };
    try {
      const result = await keeper().use(read);
      // To draw an answer keeps the page busy: the next read is sent before, so that the engine works meanwhile.
      passOn();
      await promise;
      abort.signal.throwIfAborted();
      answers().keep(job.sql, result, stamp);
      job.done(result);
    } catch (error) {
      job.failed(error);
    } finally {
      passOn();
      running.delete(own);
      goOn();
    }
  }

  /** Makes the next small table that a brush may ask, and asks it. */
  async function makeAhead(next: Early): Promise<void> {
    early = next;
    const limits = { limit: MOST_ROWS, signal: next.abort.signal };
    try {
      await keeper().use((engine) =>
        cubes.answer(engine, keeper().generation(), next.cube, next.sql, limits),
      );
    } catch {
      // Stopped, or wrong in a way that the brush itself will tell.
    }
    early = undefined;
    goOn();
  }

  /** Rows have been read anew: small tables say what was. */
  function forget(): void {
    const stamp = answers().stamp();
    if (stamp === added) return;
    added = stamp;
    cubes.drop();
  }

  /** Takes what a brush may ask off the list: of one widget, or all. */
  function stopAhead(owner?: string): void {
    ahead = ahead.filter((one) => owner !== undefined && one.owner !== owner);
    if (owner === undefined || early?.owner === owner) early?.abort.abort();
  }

  /** Answers what is known and begins what may begin. What is being answered already waits for that. */
  function goOn(): void {
    for (const job of waiting) {
      const found = answers().known(job.sql);
      const waits =
        running.size >= AT_ONCE ||
        [...running].some((one) => isSame(one.job, job)) ||
        (early !== undefined && early.cube.key === job.cube?.key);
      if (!found && waits) continue;
      waiting = waiting.filter((one) => one !== job);
      if (found) job.done(found);
      else void work(job);
    }
    if (waiting.length > 0 || running.size > 0 || early) return;
    const next = ahead.shift();
    if (next) void makeAhead(next);
  }

  function drop(owner: string, next?: Cube | null): void {
    for (const job of waiting) if (job.owner === owner) job.failed(aborted());
    waiting = waiting.filter((job) => job.owner !== owner);
    for (const { job, abort, making } of running) {
      if (job.owner !== owner) continue;
      abort.abort();
      if (!next || job.cube?.key !== next.key) making.abort();
    }
  }

  return {
    run: (owner, sql, cube = null) =>
      new Promise((done, failed) => {
        drop(owner, cube);
        if (!cube) stopAhead();
        forget();
        waiting.push({ owner, sql, cube, done, failed });
        goOn();
      }),
    prepare: (owner, next) => {
      stopAhead(owner);
      if (!next) return;
      forget();
      ahead.push({ owner, ...next, abort: new AbortController() });
      goOn();
    },
    drop: (owner) => {
      stopAhead(owner);
      drop(owner);
    },
    leave: () => {
      stopAhead();
      cubes.drop();
    },
  };
}
