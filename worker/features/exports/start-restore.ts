import { fail } from "#domain/errors.ts";
import type { RestoreView } from "#domain/exports/restore-model.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { isWhole, restoreRoom } from "#worker/platform/exports/restore-room.ts";
import { findRestore, orderOf, viewOfRestore } from "./restore-queries.ts";

/**
 * Restores an archive that was sent whole, in the object of the organization that it becomes.
 * Errors: `restore.not_found`, `restore.not_receiving`, `restore.incomplete`.
 */
export async function startRestore(ctx: Ctx, input: { id: string }): Promise<RestoreView> {
  const before = await findRestore(ctx, input.id);
  if (before.state !== "receiving") return fail("restore.not_receiving");
  if (!(await isWhole(ctx, before))) return fail("restore.incomplete");
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      guarded(
        "stale",
        "UPDATE restores SET state = 'running' WHERE id = ? AND state = 'receiving'",
        before.id,
      ),
    ],
    answer: viewOfRestore({ ...before, state: "running" }, { done: 0, total: 0 }),
  });
  // Lost on the way, whoever asks how far it is begins it: the row says that it runs.
  const room = await restoreRoom(ctx, before);
  await room.begin(orderOf(before));
  return answer;
}
