import { createEffect, createRoot } from "solid-js";
import type { LiveBoard, Refusal } from "./board-store.ts";
import { openLiveBoard } from "./open-board.ts";

/** A board that has not answered by then is tried again later. */
const PATIENCE_MS = 20_000;

/** Resolves when everything that waited has its answer: true; when this person may not be there: false. */
function allAnswered(live: LiveBoard): Promise<boolean> {
  return new Promise((resolve) =>
    createRoot((dispose) => {
      const end = (taken: boolean) => {
        clearTimeout(timer);
        resolve(taken);
        dispose();
      };
      const timer = setTimeout(end, PATIENCE_MS, true);
      createEffect(() => {
        if (live.link.status === "refused") end(false);
        else if (live.link.waiting === 0) end(true);
      });
    }),
  );
}

/**
 * Sends what waits for a board that no page shows, then closes it. What the board refuses is told; what was written in it
 * is kept on the device, to be settled on the board's page.
 * @returns false when this person may not be there.
 */
export async function sendWaiting(
  board: string,
  userId: string,
  refused: (refusal: Refusal) => void,
  open: typeof openLiveBoard = openLiveBoard,
): Promise<boolean> {
  const live = await open(board, userId);
  const taken = await allAnswered(live);
  for (const refusal of live.refusals()) refused(refusal);
  live.close();
  return taken;
}
