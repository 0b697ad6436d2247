import type { Division } from "#domain/divisions/model.ts";
import { divisionEvent } from "#domain/divisions/events.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { standingOfRoles } from "#worker/features/members/standing-of-members.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded, write } from "#worker/platform/auth/control-writes.ts";
import { tellRooms } from "#worker/platform/auth/tell-rooms.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { divisionView, readDivision, type DivisionRow } from "./queries.ts";

/** Makes a division without members. Error: `identity.division_name_taken`. */
export async function createDivision(ctx: Ctx, input: { name: string }): Promise<Division> {
  const [roles, actor] = await Promise.all([standingOfRoles(ctx), ctx.actor()]);
  const { organizationId } = ctx.tenant;
  const row: DivisionRow = { id: newId("div", ctx.clock.now()), name: input.name, members: [] };
  const { id, name } = row;
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      write(
        "INSERT INTO divisions (id, organization_id, name, created_at) VALUES (?, ?, ?, ?)",
        id,
        organizationId,
        name,
        isoNow(ctx.clock),
      ),
    ],
    events: [
      {
        organizationId,
        actor,
        event: divisionEvent("created", { before: null, after: { id, name } }),
      },
    ],
    answer: divisionView(actor, row, roles),
  });
  return answer;
}

/** One division of the organization. Error: `identity.division_not_found`. */
export async function findDivision(ctx: Ctx, id: string): Promise<DivisionRow> {
  const row = await readDivision(controlDb(ctx), ctx.tenant.organizationId, id);
  return row ?? fail("identity.division_not_found");
}

/** Renames a division. Errors: `identity.division_not_found`, `identity.division_name_taken`, `conflict.version`. */
export async function renameDivision(
  ctx: Ctx,
  id: string,
  input: { name: string },
): Promise<Division> {
  const { organizationId } = ctx.tenant;
  const [row, roles, actor] = await Promise.all([
    findDivision(ctx, id),
    standingOfRoles(ctx),
    ctx.actor(),
  ]);
  const change = { before: { id, name: row.name }, after: { id, name: input.name } };
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      guarded(
        "stale",
        "UPDATE divisions SET name = ? WHERE id = ? AND name = ?",
        input.name,
        id,
        row.name,
      ),
    ],
    events: [{ organizationId, actor, event: divisionEvent("renamed", change) }],
    answer: divisionView(actor, { ...row, name: input.name }, roles),
  });
  return answer;
}

/**
 * Deletes a division with the roles that it alone gave, at once for everyone who held one.
 * Errors: `identity.division_not_found`, `conflict.version`.
 */
export async function deleteDivision(ctx: Ctx, id: string): Promise<undefined> {
  const { organizationId } = ctx.tenant;
  const [row, actor] = await Promise.all([findDivision(ctx, id), ctx.actor()]);
  const before = { id, name: row.name };
  await commitControl(await scopeOf(ctx), {
    writes: [
      write(
        `UPDATE memberships SET authz_epoch = authz_epoch + 1 WHERE organization_id = ?1 AND user_id IN (
           SELECT user_id FROM memberships_divisions WHERE division_id = ?2 AND role_id IS NOT NULL)`,
        organizationId,
        id,
      ),
      write("DELETE FROM memberships_divisions WHERE division_id = ?", id),
      guarded("stale", "DELETE FROM divisions WHERE id = ?", id),
    ],
    events: [{ organizationId, actor, event: divisionEvent("deleted", { before, after: null }) }],
    answer: null,
  });
  const held = row.members.filter(({ role }) => role !== null);
  await tellRooms(
    ctx,
    ctx.tenant,
    held.map(({ userId }) => userId),
  );
  return undefined;
}
