import type { Division } from "#domain/divisions/model.ts";
import { placeEvent } from "#domain/divisions/events.ts";
import { isScopable, reaches } from "#domain/divisions/rules.ts";
import { fail } from "#domain/errors.ts";
import { allows, type Actor } from "#domain/permissions.ts";
import { roleUnchanged } from "#worker/features/members/authority-writes.ts";
import { standingOfMembers } from "#worker/features/members/standing-of-members.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { guarded, write } from "#worker/platform/auth/control-writes.ts";
import { tellRooms } from "#worker/platform/auth/tell-rooms.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findDivision } from "./divisions.ts";
import { divisionView, type DivisionRow } from "./queries.ts";

interface Place {
  id: string;
  userId: string;
}

/** Throws `permission.denied` unless the actor may give roles in the division, and these keys are within their reach. */
function permit(actor: Actor, divisionId: string, keys: readonly string[]): void {
  if (!allows(actor, "identity.roles", divisionId)) {
    fail("permission.denied", { permission: "identity.roles" });
  }
  if (!reaches(actor, keys, divisionId)) fail("permission.denied", { reason: "beyond" });
}

/** The membership changes with each of its places, so that what was judged by is what is written over. */
const raiseEpoch = (organizationId: string, userId: string, epoch: number) =>
  guarded(
    "stale",
    `UPDATE memberships SET authz_epoch = authz_epoch + 1
     WHERE organization_id = ? AND user_id = ? AND authz_epoch = ?`,
    organizationId,
    userId,
    epoch,
  );

/** By name, as the database lists them. */
const inOrder = (places: DivisionRow["members"]) =>
  places.toSorted((a, b) => a.name.localeCompare(b.name));

const record = (division: DivisionRow, member: { userId: string; name: string }) => {
  const { userId: id, name } = member;
  return (roleId: string | null) => {
    return { id, name, divisionId: division.id, division: division.name, roleId };
  };
};

/**
 * Brings a member into a division, or changes what they are there. Neither the role that is given nor the one that it
 * replaces may grant a key that the actor holds neither in the whole organization nor there.
 * Errors: `identity.division_not_found`, `identity.member_not_found`, `identity.role_not_found`,
 * `identity.role_unscopable`, `permission.denied`, `conflict.version`.
 */
export async function placeMember(
  ctx: Ctx,
  input: Place & { roleId: string | null },
): Promise<Division> {
  const { organizationId } = ctx.tenant;
  const { id, userId, roleId } = input;
  const [division, { members, roles }, actor] = await Promise.all([
    findDivision(ctx, id),
    standingOfMembers(ctx),
    ctx.actor(),
  ]);
  const was = division.members.find((place) => place.userId === userId);
  permit(actor, id, was?.permissions ?? []);
  const member = members.find((row) => row.userId === userId);
  if (!member) return fail("identity.member_not_found");
  const role = roles.find((row) => row.id === roleId) ?? null;
  if (roleId !== null && !role) return fail("identity.role_not_found");
  if (role && !isScopable(role)) return fail("identity.role_unscopable");
  permit(actor, id, role?.permissions ?? []);
  const tell = record(division, member);
  const before = was ? tell(was.role?.id ?? null) : null;
  const action = was ? "role_changed" : "joined";
  const place = {
    userId,
    name: member.name,
    role: role && { id: role.id, slug: role.slug, name: role.name },
    permissions: role?.permissions ?? [],
  };
  const others = division.members.filter((other) => other !== was);
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      ...(role ? [roleUnchanged(role)] : []),
      raiseEpoch(organizationId, userId, member.epoch),
      write(
        `INSERT INTO memberships_divisions (division_id, organization_id, user_id, role_id, created_at)
         VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET role_id = excluded.role_id`,
        id,
        organizationId,
        userId,
        roleId,
        isoNow(ctx.clock),
      ),
    ],
    authEvents: [{ kind: "membership.division_changed", userId, organizationId }],
    events: [{ organizationId, actor, event: placeEvent(action, { before, after: tell(roleId) }) }],
    answer: divisionView(actor, { ...division, members: inOrder([...others, place]) }, roles),
  });
  await tellRooms(ctx, ctx.tenant, [userId]);
  return answer;
}

/**
 * Takes a member out of a division. Errors: `identity.division_not_found`, `identity.member_not_found`,
 * `permission.denied`, `conflict.version`.
 */
export async function displaceMember(ctx: Ctx, input: Place): Promise<undefined> {
  const { organizationId } = ctx.tenant;
  const { id, userId } = input;
  const [division, { members }, actor] = await Promise.all([
    findDivision(ctx, id),
    standingOfMembers(ctx),
    ctx.actor(),
  ]);
  const was = division.members.find((place) => place.userId === userId);
  permit(actor, id, was?.permissions ?? []);
  const member = members.find((row) => row.userId === userId);
  if (!was || !member) return fail("identity.member_not_found");
  const before = record(division, member)(was.role?.id ?? null);
  await commitControl(await scopeOf(ctx), {
    writes: [
      raiseEpoch(organizationId, userId, member.epoch),
      guarded(
        "stale",
        "DELETE FROM memberships_divisions WHERE division_id = ? AND user_id = ?",
        id,
        userId,
      ),
    ],
    authEvents: [{ kind: "membership.division_changed", userId, organizationId }],
    events: [{ organizationId, actor, event: placeEvent("left", { before, after: null }) }],
    answer: null,
  });
  await tellRooms(ctx, ctx.tenant, [userId]);
  return undefined;
}
