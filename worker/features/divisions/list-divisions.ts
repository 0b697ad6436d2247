import type { Division } from "#domain/divisions/model.ts";
import { standingOfRoles } from "#worker/features/members/standing-of-members.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { divisionView, readDivisions } from "./queries.ts";

/** The divisions of the organization, with what the reader may do about each. */
export async function listDivisions(ctx: Ctx): Promise<{ items: Division[] }> {
  const [rows, roles, actor] = await Promise.all([
    readDivisions(controlDb(ctx), ctx.tenant.organizationId),
    standingOfRoles(ctx),
    ctx.actor(),
  ]);
  return { items: rows.map((row) => divisionView(actor, row, roles)) };
}
