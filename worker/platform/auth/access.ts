import { RAW, type Ctx } from "#worker/platform/context.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { signAccess } from "./tokens.ts";

/** Signs an access token for the session of this context in another organization, whose membership the caller checked. */
export function signAccessTo(ctx: Ctx, tenant: TenantRef) {
  const { userId, sessionId } = ctx;
  return signAccess(ctx[RAW].env, ctx.clock, { userId, sessionId, tenant });
}
