import type { RoleName } from "#domain/identity/model.ts";
import type { Member, Role } from "#domain/members/model.ts";
import { memberAbilities, roleAbilities } from "#domain/members/rules.ts";
import type { Actor } from "#domain/permissions.ts";
import type { ControlDb } from "#worker/platform/auth/control-db.ts";

/** A membership as it stands. `epoch` rises with every change of its authority. */
export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  joinedAt: string;
  epoch: number;
  role: RoleName;
  permissions: string[];
}

/** A role as it stands. */
export interface RoleRow {
  id: string;
  slug: string;
  name: string | null;
  permissions: string[];
  /** Members who hold it in the whole organization. */
  members: number;
  /** Places in a division that hold it, open invitations that give it, service accounts that hold it. */
  otherUses: number;
}

type Packed<T> = { [K in keyof T]: T[K] extends string[] | RoleName ? string : T[K] };

/** The keys of a role as one JSON text in order: two equal texts are the same authority. */
export const ROLE_KEYS = (roleId: string) =>
  `(SELECT json_group_array(permission ORDER BY permission) FROM role_permissions WHERE role_id = ${roleId})`;

const MEMBERS = `
SELECT u.id AS userId, u.name, u.email, m.created_at AS joinedAt, m.authz_epoch AS epoch,
  json_object('id', r.id, 'slug', r.slug, 'name', r.name) AS role, ${ROLE_KEYS("r.id")} AS permissions
FROM memberships m JOIN users u ON u.id = m.user_id JOIN roles r ON r.id = m.role_id
WHERE m.organization_id = ?`;

/** The members of an organization, by name. */
export async function readMembers(control: ControlDb, organizationId: string) {
  const order = "ORDER BY u.name COLLATE NOCASE, u.id";
  const rows = await control.all<Packed<MemberRow>>(`${MEMBERS} ${order}`, organizationId);
  return rows.map(unpackMember);
}

/** One member of an organization, or null. */
export async function readMember(control: ControlDb, organizationId: string, userId: string) {
  const row = await control.first<Packed<MemberRow>>(
    `${MEMBERS} AND m.user_id = ?`,
    organizationId,
    userId,
  );
  return row ? unpackMember(row) : null;
}

const ROLES = `
SELECT r.id, r.slug, r.name, ${ROLE_KEYS("r.id")} AS permissions,
  (SELECT count(*) FROM memberships m WHERE m.organization_id = r.organization_id
    AND m.role_id = r.id) AS members,
  (SELECT count(*) FROM memberships_divisions d WHERE d.role_id = r.id)
    + (SELECT count(*) FROM invitations i WHERE i.role_id = r.id AND i.accepted_at IS NULL
    AND i.revoked_at IS NULL AND i.expires_at > ?)
    + (SELECT count(*) FROM service_accounts s WHERE s.role_id = r.id) AS otherUses
FROM roles r WHERE r.organization_id = ?`;

/** The roles of an organization in the order in which they were made. `now`: ISO UTC instant. */
export async function readRoles(control: ControlDb, organizationId: string, now: string) {
  const sql = `${ROLES} ORDER BY r.rowid`;
  const rows = await control.all<Packed<RoleRow>>(sql, now, organizationId);
  return rows.map(unpackRole);
}

/** One role of an organization, or null. `now`: ISO UTC instant. */
export async function readRole(
  control: ControlDb,
  organizationId: string,
  roleId: string,
  now: string,
) {
  const row = await control.first<Packed<RoleRow>>(
    `${ROLES} AND r.id = ?`,
    now,
    organizationId,
    roleId,
  );
  return row ? unpackRole(row) : null;
}

/** How many members own the organization. */
export function countOwners(members: readonly MemberRow[]): number {
  return members.filter((member) => member.permissions.includes("identity.own")).length;
}

/** A member as the reader gets it. */
export function memberView(actor: Actor, row: MemberRow, owners: number): Member {
  const { userId, name, email, joinedAt, role } = row;
  return { userId, name, email, role, joinedAt, can: memberAbilities(actor, row, owners) };
}

/** A role as the reader gets it. */
export function roleView(actor: Actor, row: RoleRow): Role {
  const { otherUses, ...role } = row;
  return { ...role, can: roleAbilities(actor, row, row.members + otherUses > 0) };
}

function unpackMember(row: Packed<MemberRow>): MemberRow {
  return {
    ...row,
    role: JSON.parse(row.role) as RoleName,
    permissions: JSON.parse(row.permissions) as string[],
  };
}

function unpackRole(row: Packed<RoleRow>): RoleRow {
  return { ...row, permissions: JSON.parse(row.permissions) as string[] };
}
