import { createEffect, createRoot } from "solid-js";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";

/** Whether everything that waited for a board has its answer within `ms`; without a limit it is waited for. */
export function answered(live: LiveBoard, ms?: number): Promise<boolean> {
  return new Promise((resolve) =>
    createRoot((dispose) => {
      const end = (all: boolean) => {
        clearTimeout(timer);
        resolve(all);
        dispose();
      };
      const timer = ms === undefined ? undefined : setTimeout(end, ms, false);
      createEffect(() => {
        if (live.link.waiting === 0) end(true);
      });
    }),
  );
}
