import { controlDb } from "#worker/platform/auth/control-db.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { readMembers, readRoles } from "./queries.ts";

/** Every member and role of the organization, as verbs of other features judge by them. */
export async function standingOfMembers(ctx: Ctx) {
  const { organizationId } = ctx.tenant;
  const control = controlDb(ctx);
  const [members, roles] = await Promise.all([
    readMembers(control, organizationId),
    readRoles(control, organizationId, isoNow(ctx.clock)),
  ]);
  return { members, roles };
}
