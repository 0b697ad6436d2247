import type { Role } from "#domain/members/model.ts";
import { roleEvent } from "#domain/members/events.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded, require, write } from "#worker/platform/auth/control-writes.ts";
import { tellRooms } from "#worker/platform/auth/tell-rooms.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import {
  ownersAble,
  revokeOverreaching,
  roleUnchanged,
  someoneOwns,
  withinReach,
} from "./authority-writes.ts";
import { readMembers, readRole, roleView, type RoleRow } from "./queries.ts";

const record = ({ id, slug, name, permissions }: RoleRow) => {
  return { id, name: name ?? slug, permissions };
};

const grant = (roleId: string, permissions: readonly string[]) =>
  write(
    "INSERT INTO role_permissions (role_id, permission) SELECT ?, value FROM json_each(?)",
    roleId,
    JSON.stringify(permissions),
  );

/** Makes a role out of keys that the actor holds. Errors: `permission.denied`, `identity.owner_keys`, `identity.role_name_taken`. */
export async function createRole(
  ctx: Ctx,
  input: { name: string; permissions: string[] },
): Promise<Role> {
  const actor = await ctx.actor();
  withinReach(actor, input.permissions);
  ownersAble(input.permissions);
  const { organizationId } = ctx.tenant;
  const id = newId("rol", ctx.clock.now());
  const permissions = input.permissions.toSorted();
  const row = { id, slug: id.toLowerCase(), name: input.name, permissions, members: 0 };
  const role: RoleRow = { ...row, otherUses: 0 };
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      write(
        "INSERT INTO roles (id, organization_id, slug, name) VALUES (?, ?, ?, ?)",
        id,
        organizationId,
        role.slug,
        role.name,
      ),
      grant(id, permissions),
    ],
    events: [
      { organizationId, actor, event: roleEvent("created", { before: null, after: record(role) }) },
    ],
    answer: roleView(actor, role),
  });
  return answer;
}

async function findRole(ctx: Ctx, id: string): Promise<RoleRow> {
  const now = isoNow(ctx.clock);
  const role = await readRole(controlDb(ctx), ctx.tenant.organizationId, id, now);
  return role ?? fail("identity.role_not_found");
}

/**
 * Renames a role or changes its keys, for everyone who holds it at once.
 * Errors: `identity.role_not_found`, `permission.denied`, `identity.role_name_taken`, `identity.last_owner`,
 * `identity.owner_keys`, `conflict.version`.
 */
export async function updateRole(
  ctx: Ctx,
  id: string,
  change: { name?: string | undefined; permissions?: string[] | undefined },
): Promise<Role> {
  const { organizationId } = ctx.tenant;
  const control = controlDb(ctx);
  const [role, members, there, actor] = await Promise.all([
    findRole(ctx, id),
    readMembers(control, organizationId),
    control.all<{ userId: string }>(
      "SELECT DISTINCT user_id AS userId FROM memberships_divisions WHERE role_id = ?",
      id,
    ),
    ctx.actor(),
  ]);
  withinReach(actor, role.permissions);
  withinReach(actor, change.permissions ?? []);
  ownersAble(change.permissions ?? []);
  const own = members.filter((row) => row.role.id === id).map((row) => row.userId);
  const holders = [...new Set([...own, ...there.map((row) => row.userId)])];
  const permissions = change.permissions?.toSorted() ?? role.permissions;
  const changed = { ...role, name: change.name ?? role.name, permissions };
  const reader = own.includes(actor.userId) ? { ...actor, permissions } : actor;
  const { answer } = await commitControl(await scopeOf(ctx), {
    writes: [
      roleUnchanged(role),
      guarded("stale", "UPDATE roles SET name = ? WHERE id = ?", changed.name, id),
      write("DELETE FROM role_permissions WHERE role_id = ?", id),
      grant(id, permissions),
      write(
        `UPDATE memberships SET authz_epoch = authz_epoch + 1 WHERE organization_id = ?1 AND (role_id = ?2
           OR user_id IN (SELECT user_id FROM memberships_divisions WHERE role_id = ?2))`,
        organizationId,
        id,
      ),
      someoneOwns(organizationId),
      revokeOverreaching(organizationId, isoNow(ctx.clock)),
    ],
    events: [
      {
        organizationId,
        actor,
        event: roleEvent("updated", { before: record(role), after: record(changed) }),
      },
    ],
    answer: roleView(reader, changed),
  });
  await tellRooms(ctx, ctx.tenant, holders);
  return answer;
}

/**
 * Deletes a role that nobody holds and no open invitation gives; closed invitations go with it.
 * Errors: `identity.role_not_found`, `permission.denied`, `identity.role_in_use`, `conflict.version`.
 */
export async function deleteRole(ctx: Ctx, id: string): Promise<undefined> {
  const { organizationId } = ctx.tenant;
  const [role, actor] = await Promise.all([findRole(ctx, id), ctx.actor()]);
  withinReach(actor, role.permissions);
  const now = isoNow(ctx.clock);
  await commitControl(await scopeOf(ctx), {
    writes: [
      write(
        `DELETE FROM invitations WHERE role_id = ?
           AND (accepted_at IS NOT NULL OR revoked_at IS NOT NULL OR expires_at <= ?)`,
        id,
        now,
      ),
      require("role_in_use", `NOT EXISTS (SELECT 1 FROM memberships WHERE role_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM memberships_divisions WHERE role_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM service_accounts WHERE role_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM invitations WHERE role_id = ?1)`, id),
      write("DELETE FROM role_permissions WHERE role_id = ?", id),
      guarded("stale", "DELETE FROM roles WHERE id = ?", id),
    ],
    events: [
      { organizationId, actor, event: roleEvent("deleted", { before: record(role), after: null }) },
    ],
    answer: null,
  });
  return undefined;
}
