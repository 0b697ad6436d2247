import { createEffect, createRoot } from "solid-js";
import type { LiveBoard } from "./board-store.ts";
import { openLiveBoard } from "./open-board.ts";

/** A board that is neither on the device nor answers by then can't be changed now. */
const PATIENCE_MS = 8_000;
/** Kept open for what follows, such as taking a step back. */
const IDLE_MS = 30_000;

/** Resolves once there is a board to change. Error: `unreachable`, `refused`. */
function ready(live: LiveBoard): Promise<LiveBoard> {
  return new Promise((resolve, reject) =>
    createRoot((dispose) => {
      const end = (reason?: string) => {
        clearTimeout(timer);
        if (reason) reject(new Error(reason));
        else resolve(live);
        dispose();
      };
      const timer = setTimeout(end, PATIENCE_MS, "unreachable");
      createEffect(() => {
        if (live.link.status === "refused") end("refused");
        else if (live.link.ready) end();
      });
    }),
  );
}

/**
 * Boards that are changed from other pages: opened as their own page opens them, so that a change is on the device first,
 * is shown, sent and kept like any other, and closed when nobody has asked for a while. What is unsent by then is the
 * outbox's to send.
 */
export function createVisits(userId: string, open: typeof openLiveBoard = openLiveBoard) {
  interface Visit {
    live: Promise<LiveBoard>;
    timer: ReturnType<typeof setTimeout> | undefined;
  }
  const visits = new Map<string, Visit>();

  function leave(board: string): void {
    const visit = visits.get(board);
    visits.delete(board);
    clearTimeout(visit?.timer);
    void visit?.live.then((live) => live.close());
  }

  return {
    /** The board, ready to be changed. Error: `unreachable` when it is neither here nor answers; `refused`. */
    async visit(board: string): Promise<LiveBoard> {
      const visit: Visit = visits.get(board) ?? { live: open(board, userId), timer: undefined };
      visits.set(board, visit);
      clearTimeout(visit.timer);
      visit.timer = setTimeout(leave, IDLE_MS, board);
      try {
        return await ready(await visit.live);
      } catch (reason) {
        leave(board);
        throw reason;
      }
    },
    close(): void {
      for (const board of visits.keys()) leave(board);
    },
  };
}

export type Visits = ReturnType<typeof createVisits>;
