import { fail } from "#domain/errors.ts";
import type { RestoreView } from "#domain/exports/restore-model.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { restoreRoom } from "#worker/platform/exports/restore-room.ts";
import { findRestore, orderOf, viewOfRestore } from "./restore-queries.ts";

/** Cancels a restoration and takes back what it made. Errors: `restore.not_found`, `restore.ended`. */
export async function cancelRestore(ctx: Ctx, input: { id: string }): Promise<RestoreView> {
  const before = await findRestore(ctx, input.id);
  if (before.state !== "receiving" && before.state !== "running") return fail("restore.ended");
  const finishedAt = isoNow(ctx.clock);
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      guarded(
        "stale",
        `UPDATE restores SET state = 'cancelled', finished_at = ?
         WHERE id = ? AND state IN ('receiving', 'running')`,
        finishedAt,
        before.id,
      ),
    ],
    answer: viewOfRestore({ ...before, state: "cancelled", finishedAt }),
  });
  const room = await restoreRoom(ctx, before);
  await room.cancel(orderOf(before));
  return answer;
}
