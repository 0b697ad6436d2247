import type { Origin } from "#domain/audit/model.ts";
import type { Authority } from "#worker/platform/auth/authority.ts";
import { auditActor } from "./audit-actor.ts";
import type { Ctx } from "#worker/platform/context.ts";

/** Where a request's acts come from, for the audit of a truth that another object owns. */
export function originOf(ctx: Ctx, actor: Pick<Authority, "name" | "kind" | "support">): Origin {
  const { address, requestId } = ctx;
  const { id, name, kind } = auditActor(ctx.userId, actor);
  return { name, kind, ...(actor.support ? { actorId: id } : {}), address, requestId };
}
