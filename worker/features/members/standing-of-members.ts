import { controlDb } from "#worker/platform/auth/control-db.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { readMembers, readRoles } from "./queries.ts";

/** Every role of the organization, as verbs of other features judge by them. */
export function standingOfRoles(ctx: Ctx) {
  return readRoles(controlDb(ctx), ctx.tenant.organizationId, isoNow(ctx.clock));
}

/** Every member and role of the organization, as verbs of other features judge by them. */
export async function standingOfMembers(ctx: Ctx) {
  const { organizationId } = ctx.tenant;
  const [members, roles] = await Promise.all([
    readMembers(controlDb(ctx), organizationId),
    standingOfRoles(ctx),
  ]);
  return { members, roles };
}
