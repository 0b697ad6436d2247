import type { Member, Role } from "#domain/members/model.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { countOwners, memberView, readMembers, readRoles, roleView } from "./queries.ts";

/** The members of the organization, by name, with what the reader may do about each. */
export async function listMembers(ctx: Ctx): Promise<{ items: Member[] }> {
  const rows = await readMembers(controlDb(ctx), ctx.tenant.organizationId);
  const actor = await ctx.actor();
  const owners = countOwners(rows);
  return { items: rows.map((row) => memberView(actor, row, owners)) };
}

/** The roles of the organization, with what the reader may do about each. */
export async function listRoles(ctx: Ctx): Promise<{ items: Role[] }> {
  const now = isoNow(ctx.clock);
  const rows = await readRoles(controlDb(ctx), ctx.tenant.organizationId, now);
  const actor = await ctx.actor();
  return { items: rows.map((row) => roleView(actor, row)) };
}
