/** What the fuzz suites are asked for: by nobody in `npm test`, by the `npm run fuzz:…` commands otherwise. */
export interface FuzzOptions {
  /** How much of it; null for the quick share. */
  runs: number | null;
  /** One seed alone, to look at what failed; null for all. */
  seed: number | null;
  /** After so many failures it stops; null for the suite's own measure. */
  enough: number | null;
}

declare module "vitest" {
  export interface ProvidedContext {
    fuzz: FuzzOptions;
  }
  export interface TaskMeta {
    /** What a suite counted, for the command that prints it. */
    figures?: Record<string, number>;
  }
}

const number = (text: string | undefined) => (text ? Number(text) : null);

/** Reads FUZZ_RUNS, FUZZ_SEED and FUZZ_ENOUGH. */
export function fuzzOptions(env: NodeJS.ProcessEnv): FuzzOptions {
  return {
    runs: number(env["FUZZ_RUNS"]),
    seed: number(env["FUZZ_SEED"]),
    enough: number(env["FUZZ_ENOUGH"]),
  };
}
