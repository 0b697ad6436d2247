import { createRoot, createSignal } from "solid-js";
import { ApiProblem } from "./api-problem.ts";
import { isOnline } from "./online.ts";

export type SaveStatus = "saved" | "saving" | "offline" | "conflict" | "failed";

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Adds up what is being saved. `online` says whether the network is there. */
export function createSaveState(online: () => boolean) {
  const [inFlight, setInFlight] = createSignal(0);
  const [failed, setFailed] = createSignal(false);
  const [waiting, setWaiting] = createSignal<Readonly<Record<string, number>>>({});
  const [conflicts, setConflicts] = createSignal<Readonly<Record<string, number>>>({});

  return {
    /** Counts a change as being saved until it settles. A conflict is told by whoever shows it. */
    track<T>(work: Promise<T>): Promise<T> {
      setInFlight((count) => count + 1);
      return work
        .then(
          (answer) => {
            setFailed(false);
            return answer;
          },
          (error: unknown) => {
            setFailed(error instanceof ApiProblem && (error.status === 0 || error.status >= 500));
            throw error;
          },
        )
        .finally(() => setInFlight((count) => count - 1));
    },
    /** `source` keeps this many changes on the device, to be sent later. */
    reportWaiting: (source: string, count: number) =>
      setWaiting((counts) => ({ ...counts, [source]: count })),
    /** `source` shows this many conflicts that the person has to settle. */
    reportConflicts: (source: string, count: number) =>
      setConflicts((counts) => ({ ...counts, [source]: count })),
    /** The one word of the top bar and how many changes it speaks of. */
    current: (): { status: SaveStatus; count: number } => {
      if (total(conflicts()) > 0) return { status: "conflict", count: total(conflicts()) };
      if (!online()) return { status: "offline", count: total(waiting()) };
      const unsent = inFlight() + total(waiting());
      if (unsent > 0) return { status: "saving", count: unsent };
      return { status: failed() ? "failed" : "saved", count: 0 };
    },
  };
}

/** The page's own save state: `api` feeds it, features report what they keep, the top bar shows it. */
export const saveState = createRoot(() => createSaveState(isOnline));
