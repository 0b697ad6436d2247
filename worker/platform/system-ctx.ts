import type { Authority } from "./auth/authority.ts";
import { systemClock } from "./clock.ts";
import type { Ctx } from "./context.ts";
import type { Env } from "./env.ts";
import { openTenant } from "./tenant.ts";
import type { TenantRef } from "./tenant-ref.ts";

/** What the product does by itself: `key` names the act, so that it is done once however often it is tried. */
export interface SystemAct {
  requestId: string;
  key: string;
  defer(work: Promise<unknown>): void;
}

/** A context in which the product itself acts on an organization, with nobody's request behind it. */
export function openAsSystem(env: Env, tenant: TenantRef, act: SystemAct): Ctx {
  const { ctx } = openTenant({
    env,
    clock: systemClock,
    claims: { userId: "system", sessionId: "", tenant },
    access: "member",
    requestId: act.requestId,
    address: null,
    idempotency: { key: act.key, fingerprint: act.key },
    bookmark: null,
    defer: (work) => act.defer(work),
  });
  const actor = { userId: "system", name: "", kind: "system" } as Authority;
  return { ...ctx, actor: async () => actor };
}
