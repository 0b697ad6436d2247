import type { Engine } from "./engine.ts";

/** The database ran out of memory or its worker died. It has been ended; the next use starts a new one. */
export class EngineLost extends Error {}

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

/** Keeps one engine alive. `boot` starts one. */
export function keepEngine(boot: () => Promise<Engine>): EngineKeeper {
  let current: Promise<Engine> | undefined;
  let generation = 0;
  const end = (): void => {
    const ending = current;
    current = undefined;
    ending?.then((engine) => engine.terminate()).catch(() => undefined);
  };
  const engine = (): Promise<Engine> => {
    if (current !== undefined) return current;
    generation++;
    const starting = boot();
    current = starting;
    starting.catch(() => {
      if (current === starting) current = undefined;
    });
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
        return await work(await used);
      } catch (error) {
        if (!(error instanceof Error) || !FATAL.test(error.message)) throw error;
        if (REFUSED.test(error.message)) throw error;
        if (current === used) end();
        throw new EngineLost(error.message, { cause: error });
      }
    },
  };
}
