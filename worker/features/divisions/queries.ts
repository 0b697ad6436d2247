import type { Division } from "#domain/divisions/model.ts";
import type { RoleName } from "#domain/identity/model.ts";
import { isScopable, reaches } from "#domain/divisions/rules.ts";
import { allows, type Actor } from "#domain/permissions.ts";
import type { ControlDb } from "#worker/platform/auth/control-db.ts";

/** A person in a division as it stands. `permissions`: what the role grants there. */
interface PlaceRow {
  userId: string;
  name: string;
  role: RoleName | null;
  permissions: string[];
}

/** A division as it stands. */
export interface DivisionRow {
  id: string;
  name: string;
  members: PlaceRow[];
}

const DIVISIONS = `
SELECT d.id, d.name, (
  SELECT json_group_array(json_object('userId', u.id, 'name', u.name,
    'role', json(CASE WHEN r.id IS NULL THEN 'null' ELSE json_object('id', r.id, 'slug', r.slug, 'name', r.name) END),
    'permissions', json((SELECT json_group_array(p.permission ORDER BY p.permission)
      FROM role_permissions p WHERE p.role_id = r.id)))
    ORDER BY u.name COLLATE NOCASE, u.id)
  FROM memberships_divisions md JOIN users u ON u.id = md.user_id
  LEFT JOIN roles r ON r.id = md.role_id WHERE md.division_id = d.id) AS members
FROM divisions d WHERE d.organization_id = ?`;

type Packed = Omit<DivisionRow, "members"> & { members: string };

/** The divisions of an organization with their members, by name. */
export async function readDivisions(control: ControlDb, organizationId: string) {
  const rows = await control.all<Packed>(`${DIVISIONS} ORDER BY d.name`, organizationId);
  return rows.map(unpack);
}

/** One division of an organization, or null. */
export async function readDivision(control: ControlDb, organizationId: string, id: string) {
  const row = await control.first<Packed>(`${DIVISIONS} AND d.id = ?`, organizationId, id);
  return row ? unpack(row) : null;
}

/** A role that might be given in a division. */
type Offered = RoleName & { permissions: readonly string[] };

/** A division as the reader gets it. `roles`: every role of the organization. */
export function divisionView(actor: Actor, row: DivisionRow, roles: readonly Offered[]): Division {
  const members = allows(actor, "identity.roles", row.id);
  const given = roles.filter(
    (role) => members && isScopable(role) && reaches(actor, role.permissions, row.id),
  );
  return {
    id: row.id,
    name: row.name,
    members: row.members.map(({ permissions, ...place }) => {
      return { ...place, can: { change: members && reaches(actor, permissions, row.id) } };
    }),
    can: { edit: allows(actor, "identity.settings"), members },
    roles: given.map(({ id, slug, name }) => ({ id, slug, name })),
  };
}

function unpack(row: Packed): DivisionRow {
  return { ...row, members: JSON.parse(row.members) as PlaceRow[] };
}
