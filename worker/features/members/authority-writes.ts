import { beyond, lacking, ownsUnable } from "#domain/members/rules.ts";
import { fail } from "#domain/errors.ts";
import type { Actor } from "#domain/permissions.ts";
import { require, write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { ROLE_KEYS, type RoleRow } from "./queries.ts";

function refuseBeyond(missing: readonly string[]): void {
  if (missing.length > 0) fail("permission.denied", { reason: "beyond", permissions: missing });
}

/** Throws `permission.denied` unless the actor reaches every one of these keys. */
export function withinReach(actor: Actor, keys: readonly string[]): void {
  refuseBeyond(beyond(actor, keys));
}

/** Throws `permission.denied` unless every one of these keys is held: a token of an owner reaches no further than they. */
export function withinKeys(held: readonly string[], keys: readonly string[]): void {
  refuseBeyond(lacking(held, keys));
}

/** Throws `identity.owner_keys` where whoever owns by these keys could not mend the organization's roles. */
export function ownersAble(keys: readonly string[]): void {
  if (ownsUnable(keys)) fail("identity.owner_keys");
}

/** Aborts the batch with `identity.last_owner` when nobody would own the organization any more. */
export function someoneOwns(organizationId: string): ControlWrite {
  return require("last_owner", `EXISTS (SELECT 1 FROM memberships m
       JOIN role_permissions p ON p.role_id = m.role_id AND p.permission = 'identity.own'
       WHERE m.organization_id = ?)`, organizationId);
}

/** Aborts the batch with `conflict.version` when the role no longer grants what was read and judged. */
export function roleUnchanged(role: RoleRow): ControlWrite {
  return require("stale", `${ROLE_KEYS("?")} = ?`, role.id, JSON.stringify(role.permissions));
}

/** Whether the maker of an invitation reaches a key now: holds it, or owns. */
const held = (key: string) =>
  `EXISTS (SELECT 1 FROM memberships m JOIN role_permissions p ON p.role_id = m.role_id
     WHERE m.organization_id = invitations.organization_id AND m.user_id = invitations.invited_by
     AND p.permission IN (${key}, 'identity.own'))`;

/**
 * Revokes open invitations whose maker could no longer make them: removed, without `identity.invite`, or now short of
 * a key that the invited role grants. Belongs after every write that changes somebody's authority.
 */
export function revokeOverreaching(organizationId: string, now: string): ControlWrite {
  return write(
    `UPDATE invitations SET revoked_at = ? WHERE organization_id = ?
       AND accepted_at IS NULL AND revoked_at IS NULL
       AND (NOT ${held("'identity.invite'")} OR EXISTS (
         SELECT 1 FROM role_permissions want
         WHERE want.role_id = invitations.role_id AND NOT ${held("want.permission")}))`,
    now,
    organizationId,
  );
}
