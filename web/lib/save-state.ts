import { batch, createRoot, createSignal } from "solid-js";
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
  const [places, setPlaces] = createSignal<Readonly<Record<string, string | undefined>>>({});

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
    /** `source` has this many conflicts that the person has to settle, the first of them at `href`. */
    reportConflicts: (source: string, count: number, href?: string) =>
      batch(() => {
        setConflicts((counts) => ({ ...counts, [source]: count }));
        setPlaces((all) => ({ ...all, [source]: count > 0 ? href : undefined }));
      }),
    /** The one word of the top bar, how many changes it speaks of, and where to settle them. */
    current: (): { status: SaveStatus; count: number; href?: string | undefined } => {
      if (total(conflicts()) > 0) {
        const href = Object.values(places()).find((place) => place !== undefined);
        return { status: "conflict", count: total(conflicts()), href };
      }
      if (!online()) return { status: "offline", count: total(waiting()) };
      const unsent = inFlight() + total(waiting());
      if (unsent > 0) return { status: "saving", count: unsent };
      return { status: failed() ? "failed" : "saved", count: 0 };
    },
  };
}

/** The page's own save state: `api` feeds it, features report what they keep, the top bar shows it. */
export const saveState = createRoot(() => createSaveState(isOnline));
