import { RAW, type Ctx } from "#worker/platform/context.ts";
import { isComplete, putChunk } from "./chunks.ts";

/** The parts of a restoration that say where it happens. */
interface Target {
  organizationId: string;
  size: number;
}

/** The object that makes an organization out of an archive, once the caller's authority is known to hold. */
export async function restoreRoom(ctx: Ctx, { organizationId }: Pick<Target, "organizationId">) {
  await ctx.actor();
  return ctx[RAW].env.RESTORE_ROOM.getByName(`${organizationId}/restore`);
}

/** Keeps a chunk of an archive that waits to be restored. */
export async function storeChunk(ctx: Ctx, target: Target, number: number, bytes: Uint8Array) {
  await ctx.actor();
  await putChunk(ctx[RAW].env, target.organizationId, number, bytes);
}

/** Whether all of an archive was sent. */
export function isWhole(ctx: Ctx, { organizationId, size }: Target): Promise<boolean> {
  return isComplete(ctx[RAW].env, organizationId, size);
}
