import type { RestoreView } from "#domain/exports/restore-model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { restoreRoom } from "#worker/platform/exports/restore-room.ts";
import { findRestore, orderOf, viewOfRestore } from "./restore-queries.ts";

/** How far a restoration is. One that its object knows nothing of, after a crash, is begun there. Error: `restore.not_found`. */
export async function readRestore(ctx: Ctx, input: { id: string }): Promise<RestoreView> {
  const row = await findRestore(ctx, input.id);
  if (row.state !== "running") return viewOfRestore(row);
  const room = await restoreRoom(ctx, row);
  const progress = await room.progress();
  if (!progress) ctx.defer(room.begin(orderOf(row)));
  return viewOfRestore(row, progress ?? { done: 0, total: 0 });
}
