import { RAW, type Ctx } from "#worker/platform/context.ts";
import type { Env } from "#worker/platform/env.ts";
import { roomName } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** The object that works on an organization's export. */
export function exportRoomOf(env: Env, tenant: TenantRef) {
  return env.EXPORT_ROOM.getByName(roomName(tenant, "exports"));
}

/** The same for a request, once its authority is known to hold: calling the object has effects. */
export async function exportRoom(ctx: Ctx) {
  await ctx.actor();
  return exportRoomOf(ctx[RAW].env, ctx.tenant);
}
