import { createSignal } from "solid-js";

/** One submission at a time, with what went wrong in the last one. What was typed stays where it is. */
export function createSubmit<A extends unknown[]>(work: (...input: A) => Promise<unknown>) {
  const [pending, setPending] = createSignal(false);
  const [problem, setProblem] = createSignal<unknown>();
  return {
    pending,
    problem,
    /** Forgets what went wrong, as soon as it is being mended. */
    clear: () => setProblem(undefined),
    /** Runs unless a run is under way; true when it succeeded. */
    async run(...input: A): Promise<boolean> {
      if (pending()) return false;
      setPending(true);
      setProblem(undefined);
      try {
        await work(...input);
        return true;
      } catch (error) {
        setProblem(() => error);
        return false;
      } finally {
        setPending(false);
      }
    },
  };
}
