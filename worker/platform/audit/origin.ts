import type { Origin } from "#domain/audit/model.ts";
import type { Authority } from "#worker/platform/auth/authority.ts";
import type { Ctx } from "#worker/platform/context.ts";

/** Where a request's acts come from, for the audit of a truth that another object owns. */
export function originOf(ctx: Ctx, actor: Pick<Authority, "name" | "kind">): Origin {
  const { address, requestId } = ctx;
  return { name: actor.name, kind: actor.kind ?? "person", address, requestId };
}
