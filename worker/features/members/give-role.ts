import type { Member } from "#domain/members/model.ts";
import { memberEvent } from "#domain/members/events.ts";
import { fail } from "#domain/errors.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { tellRooms } from "#worker/platform/auth/tell-rooms.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { revokeOverreaching, roleUnchanged, someoneOwns, withinReach } from "./authority-writes.ts";
import { countOwners, memberView, readMembers, readRole } from "./queries.ts";

/**
 * Gives a member another role: effective on the next request and on open sockets. Neither the old role nor the new
 * one may grant a key that the actor lacks.
 * Errors: `identity.member_not_found`, `identity.role_not_found`, `permission.denied`, `identity.last_owner`,
 * `conflict.version` (the member's or the role's authority changed meanwhile).
 */
export async function giveRole(
  ctx: Ctx,
  input: { userId: string; roleId: string },
): Promise<Member> {
  const { organizationId } = ctx.tenant;
  const now = isoNow(ctx.clock);
  const control = controlDb(ctx);
  const [members, role, actor] = await Promise.all([
    readMembers(control, organizationId),
    readRole(control, organizationId, input.roleId, now),
    ctx.actor(),
  ]);
  const member = members.find((row) => row.userId === input.userId);
  if (!member) return fail("identity.member_not_found");
  if (!role) return fail("identity.role_not_found");
  withinReach(actor, member.permissions);
  withinReach(actor, role.permissions);
  const { id, slug, name, permissions } = role;
  const changed = { ...member, role: { id, slug, name }, permissions };
  const owners = countOwners(members.map((row) => (row === member ? changed : row)));
  const reader = member.userId === actor.userId ? { ...actor, permissions } : actor;
  const record = (roleId: string) => {
    return { id: member.userId, name: member.name, email: member.email, roleId };
  };
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      roleUnchanged(role),
      guarded(
        "stale",
        `UPDATE memberships SET role_id = ?, authz_epoch = authz_epoch + 1
         WHERE organization_id = ? AND user_id = ? AND authz_epoch = ?`,
        role.id,
        organizationId,
        member.userId,
        member.epoch,
      ),
      someoneOwns(organizationId),
      revokeOverreaching(organizationId, now),
    ],
    authEvents:
      role.id === member.role.id
        ? []
        : [{ kind: "membership.role_changed", userId: member.userId, organizationId }],
    events: [
      {
        organizationId,
        actor,
        event: memberEvent("role_changed", {
          before: record(member.role.id),
          after: record(role.id),
        }),
      },
    ],
    answer: memberView(reader, changed, owners),
  });
  await tellRooms(ctx, ctx.tenant, [member.userId]);
  return answer;
}
