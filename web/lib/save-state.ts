import { batch, createRoot, createSignal } from "solid-js";
import { ApiProblem } from "./api-problem.ts";
import { isOnline } from "./online.ts";

export type SaveStatus = "saved" | "saving" | "offline" | "lost" | "failed";

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Adds up what is being saved. `online` says whether the network is there. */
export function createSaveState(online: () => boolean) {
  const [inFlight, setInFlight] = createSignal(0);
  const [failed, setFailed] = createSignal(false);
  const [lost, setLost] = createSignal(false);
  const [waiting, setWaiting] = createSignal<Readonly<Record<string, number>>>({});
  const [conflicts, setConflicts] = createSignal<Readonly<Record<string, number>>>({});
  const [places, setPlaces] = createSignal<Readonly<Record<string, string | undefined>>>({});

  const status = (unsent: number): SaveStatus => {
    if (!online()) return "offline";
    if (lost()) return "lost";
    if (unsent > 0) return "saving";
    return failed() ? "failed" : "saved";
  };

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
    /** `source` has this many changes that the server does not have, whether they are on their way or wait for it. */
    reportWaiting: (source: string, count: number) =>
      setWaiting((counts) => ({ ...counts, [source]: count })),
    /** `source` has this many conflicts that the person has to settle, the first of them at `href`. */
    reportConflicts: (source: string, count: number, href?: string) =>
      batch(() => {
        setConflicts((counts) => ({ ...counts, [source]: count }));
        setPlaces((all) => ({ ...all, [source]: count > 0 ? href : undefined }));
      }),
    /** The network is there and the server does not answer. */
    reportLost: (away: boolean) => setLost(away),
    /**
     * The one word of the top bar and how many changes it speaks of, all features together; beside them the
     * conflicts, which hide neither, and where to settle the first.
     */
    current: (): {
      status: SaveStatus;
      count: number;
      conflicts: number;
      href?: string | undefined;
    } => {
      const unsent = inFlight() + total(waiting());
      const href = Object.values(places()).find((place) => place !== undefined);
      return {
        status: status(unsent),
        count: unsent,
        conflicts: total(conflicts()),
        ...(href === undefined ? {} : { href }),
      };
    },
  };
}

/** The page's own save state: `api` feeds it, features report what they keep, the top bar shows it. */
export const saveState = createRoot(() => createSaveState(isOnline));
