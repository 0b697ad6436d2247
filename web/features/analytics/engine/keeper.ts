import type { Engine } from "./engine.ts";

/** The database ran out of memory, or its worker was `killed`. It has been ended; the next use starts a new one. */
export class EngineLost extends Error {
  readonly killed: boolean;
  constructor(message: string, options: ErrorOptions & { killed?: boolean } = {}) {
    super(message, options);
    this.killed = options.killed ?? false;
  }
}

const FATAL =
  /out of memory|could not allocate|memory access out of bounds|unreachable|table index is out|aborted\(/i;
/** A refusal, which may quote such words from the person's text or data. */
const REFUSED =
  /^(?:Binder|Catalog|Constraint|Conversion|Invalid Input|Out of Range|Parser|Permission) Error/;

export interface EngineKeeper {
  /** The engine, started when first needed and again after a loss. */
  engine(): Promise<Engine>;
  /** Runs work on it; a fatal error ends the worker, which alone frees its memory, and is thrown as EngineLost. */
  use<T>(work: (engine: Engine) => Promise<T>): Promise<T>;
  /** False while there is none, so that tidying up starts none. */
  running(): boolean;
  /** Counts engines, so that whoever loaded a table knows whether it is still there. */
  generation(): number;
  end(): void;
}

/**
 * The same engine for those who read tables: where another one runs than before, `restore` makes them again first. What a worker was doing
 * when it was killed is done once more; what ran out of memory is not, as it would again.
 */
export function restoring(keeper: EngineKeeper, restore: () => Promise<unknown>): EngineKeeper {
  let seen = keeper.generation();
  let going: Promise<unknown> | undefined;
  const use: EngineKeeper["use"] = async (work) => {
    await keeper.engine();
    if (keeper.generation() !== seen) {
      seen = keeper.generation();
      // What can't be made again says so where it is shown, and as a table that is missing.
      going = restore().catch(() => undefined);
    }
    await going;
    return keeper.use(work);
  };
  return {
    ...keeper,
    async use(work) {
      try {
        return await use(work);
      } catch (error) {
        if (error instanceof EngineLost && error.killed) return use(work);
        throw error;
      }
    },
  };
}

/** Keeps one engine alive. `boot` starts one; `onKilled` is told when something else ended it. */
export function keepEngine(boot: () => Promise<Engine>, onKilled?: () => void): EngineKeeper {
  let current: Promise<Engine> | undefined;
  let generation = 0;
  const end = (): void => {
    const ending = current;
    current = undefined;
    ending?.then((engine) => engine.terminate()).catch(() => undefined);
  };
  /** Lets go of an engine that did not start, and of one that something else ended. */
  const follow = async (starting: Promise<Engine>): Promise<void> => {
    try {
      const { ended } = await starting;
      if (ended === undefined) return;
      await ended;
    } catch {
      if (current === starting) current = undefined;
      return;
    }
    if (current !== starting) return;
    end();
    onKilled?.();
  };
  const engine = (): Promise<Engine> => {
    if (current !== undefined) return current;
    generation++;
    const starting = boot();
    current = starting;
    void follow(starting);
    return starting;
  };
  return {
    engine,
    running: () => current !== undefined,
    generation: () => generation,
    end,
    async use(work) {
      const used = engine();
      try {
        const running = await used;
        // Of a worker that is gone no answer comes, for ever.
        const gone = running.ended?.then(() => {
          throw new EngineLost("The worker has ended", { killed: true });
        });
        gone?.catch(() => undefined);
        return await (gone ? Promise.race([work(running), gone]) : work(running));
      } catch (error) {
        if (!(error instanceof Error) || !FATAL.test(error.message)) throw error;
        if (REFUSED.test(error.message)) throw error;
        if (current === used) end();
        throw new EngineLost(error.message, { cause: error });
      }
    },
  };
}
