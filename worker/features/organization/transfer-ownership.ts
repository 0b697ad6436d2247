import type { RoleName } from "#domain/identity/model.ts";
import { memberEvent } from "#domain/members/events.ts";
import { owns, roleBelowOwner } from "#domain/members/rules.ts";
import { fail } from "#domain/errors.ts";
import {
  revokeOverreaching,
  roleUnchanged,
  someoneOwns,
  withinReach,
} from "#worker/features/members/authority-writes.ts";
import { standingOfMembers } from "#worker/features/members/standing-of-members.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { tellRooms } from "#worker/platform/auth/tell-rooms.ts";
import { mailsTo } from "#worker/platform/mail/owners.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";

/**
 * Hands the ownership over in one act: the other member takes the giver's role, the giver takes the role below it.
 * Effective on the next request of both and on their open sockets; both are told by mail.
 * Errors: `identity.member_not_found`, `identity.already_owner` (the giver included), `identity.role_not_found` (every
 * role owns), `permission.denied`, `conflict.version`.
 */
export async function transferOwnership(
  ctx: Ctx,
  input: { userId: string },
): Promise<{ role: RoleName }> {
  const { organizationId } = ctx.tenant;
  const [{ members, roles }, actor] = await Promise.all([standingOfMembers(ctx), ctx.actor()]);
  const giver = members.find((row) => row.userId === ctx.userId);
  const heir = members.find((row) => row.userId === input.userId);
  if (!giver || !heir) return fail("identity.member_not_found");
  if (owns(heir)) return fail("identity.already_owner");
  const ownerRole = roles.find((role) => role.id === giver.role.id);
  const next = roleBelowOwner(roles);
  if (!ownerRole || !next) return fail("identity.role_not_found");
  withinReach(actor, heir.permissions);
  const { id, slug, name } = next;
  const take = (userId: string, roleId: string, epoch: number) =>
    guarded(
      "stale",
      `UPDATE memberships SET role_id = ?, authz_epoch = authz_epoch + 1
       WHERE organization_id = ? AND user_id = ? AND authz_epoch = ?`,
      roleId,
      organizationId,
      userId,
      epoch,
    );
  const change = (row: typeof giver, roleId: string) => {
    const record = { id: row.userId, name: row.name, email: row.email };
    return { before: { ...record, roleId: row.role.id }, after: { ...record, roleId } };
  };
  const given = memberEvent("ownership_given", change(giver, next.id));
  const received = memberEvent("ownership_received", change(heir, ownerRole.id));
  const news = { organizationId, organization: actor.organization, by: actor.name };
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      roleUnchanged(ownerRole),
      roleUnchanged(next),
      take(heir.userId, ownerRole.id, heir.epoch),
      take(giver.userId, next.id, giver.epoch),
      someoneOwns(organizationId),
      revokeOverreaching(organizationId, isoNow(ctx.clock)),
    ],
    authEvents: [
      { kind: "ownership.given", userId: giver.userId, organizationId },
      { kind: "ownership.received", userId: heir.userId, organizationId },
    ],
    mails: [
      ...mailsTo(ctx.clock, [giver.userId], {
        kind: "ownership_given",
        params: { ...news, heir: heir.name },
      }),
      ...mailsTo(ctx.clock, [heir.userId], { kind: "ownership_received", params: news }),
    ],
    events: [received, given].map((event) => ({ organizationId, actor, event })),
    answer: { role: { id, slug, name } },
  });
  await tellRooms(ctx, ctx.tenant, [heir.userId, giver.userId]);
  return answer;
}
