import { memberEvent } from "#domain/members/events.ts";
import { fail } from "#domain/errors.ts";
import { can } from "#domain/permissions.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { tellRooms } from "#worker/platform/auth/tell-rooms.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { revokeOverreaching, someoneOwns, withinReach } from "./authority-writes.ts";
import { readMember } from "./queries.ts";

/**
 * Takes a member out of the organization, or lets the actor leave: over on the next request and on open sockets. The
 * person's sessions live on for other organizations.
 * Errors: `permission.denied`, `identity.member_not_found`, `identity.last_owner`, `conflict.version`.
 */
export async function removeMember(ctx: Ctx, userId: string): Promise<undefined> {
  const { organizationId } = ctx.tenant;
  const [member, actor] = await Promise.all([
    readMember(controlDb(ctx), organizationId, userId),
    ctx.actor(),
  ]);
  const leaving = userId === ctx.userId;
  if (!leaving && !can(actor, "identity.invite")) {
    return fail("permission.denied", { permission: "identity.invite" });
  }
  if (!member) return fail("identity.member_not_found");
  withinReach(actor, member.permissions);
  const { name, email, role } = member;
  await commitControl(await scopeOf(ctx), {
    writes: [
      guarded(
        "stale",
        "DELETE FROM memberships WHERE organization_id = ? AND user_id = ? AND authz_epoch = ?",
        organizationId,
        userId,
        member.epoch,
      ),
      someoneOwns(organizationId),
      revokeOverreaching(organizationId, isoNow(ctx.clock)),
    ],
    authEvents: [{ kind: "membership.removed", userId, organizationId }],
    events: [
      {
        organizationId,
        actor,
        event: memberEvent(leaving ? "left" : "removed", {
          before: { id: userId, name, email, roleId: role.id },
          after: null,
        }),
      },
    ],
    answer: null,
  });
  await tellRooms(ctx, ctx.tenant, [userId]);
  return undefined;
}
