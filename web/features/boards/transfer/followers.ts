import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";

/**
 * A board whose steps, once taken back or done again, are followed elsewhere as well: by what was moved to other boards
 * in one of them.
 */
export function withFollowers(live: LiveBoard) {
  const followers = new Set<() => Promise<void>>();
  const then = (step: () => Promise<boolean>) => async () => {
    const done = await step();
    if (done) for (const follow of followers) await follow();
    return done;
  };
  return {
    live: { ...live, undo: then(live.undo), redo: then(live.redo) },
    /** Called after each step that was taken back or done again, while the board is open. It must not throw. */
    follow: (follower: () => Promise<void>) => void followers.add(follower),
  };
}
