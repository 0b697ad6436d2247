import { commitControl } from "#worker/platform/auth/control-commit.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { isoNow, type Clock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { restoreScope } from "#worker/platform/exports/claim.ts";
import { openRestores } from "#worker/platform/exports/open-restores.ts";
import { log } from "#worker/platform/log.ts";

/** So long an archive may take to arrive. */
const RECEIVE_MS = 24 * 60 * 60 * 1000;

/** Goes on with restorations that a crash left behind, and takes back those whose archive never came. */
export async function sweepRestores(env: Env, clock: Clock): Promise<void> {
  for (const { state, createdAt, ...order } of await openRestores(env)) {
    const room = env.RESTORE_ROOM.getByName(`${order.organizationId}/restore`);
    try {
      if (state === "running") await room.begin(order);
      else if (Date.parse(createdAt) < clock.now() - RECEIVE_MS) {
        await giveUp(env, clock, order.id);
        await room.cancel(order);
      }
    } catch (error) {
      log("error", "restore.sweep_failed", { restoreId: order.id, error: String(error) });
    }
  }
}

async function giveUp(env: Env, clock: Clock, id: string): Promise<void> {
  await commitControl(
    restoreScope(env, () => undefined),
    {
      writes: [
        guarded(
          "stale",
          "UPDATE restores SET state = 'cancelled', finished_at = ? WHERE id = ? AND state = 'receiving'",
          isoNow(clock),
          id,
        ),
      ],
      answer: null,
    },
  );
}
