import type { Grant } from "#domain/support/model.ts";
import type { ControlDb } from "#worker/platform/auth/control-db.ts";

type Row = Omit<Grant, "permissions"> & { permissions: string };

const GRANTS = `
SELECT g.id, g.permissions, g.reason, b.name AS grantedBy, g.granted_at AS grantedAt, g.expires_at AS expiresAt,
  g.used_at AS usedAt, g.used_by AS usedBy, g.ended_at AS endedAt, e.name AS endedBy
FROM support_grants g JOIN users b ON b.id = g.granted_by LEFT JOIN users e ON e.id = g.ended_by
WHERE g.organization_id = ?`;

const grantOf = (row: Row): Grant => ({
  ...row,
  permissions: JSON.parse(row.permissions) as string[],
});

/** The last accesses of support to an organization, newest first. */
export async function readGrants(control: ControlDb, organizationId: string): Promise<Grant[]> {
  const sql = `${GRANTS} ORDER BY g.granted_at DESC, g.id DESC LIMIT 20`;
  return (await control.all<Row>(sql, organizationId)).map(grantOf);
}

/** One access of support to an organization, or null. */
export async function readGrant(
  control: ControlDb,
  organizationId: string,
  id: string,
): Promise<Grant | null> {
  const row = await control.first<Row>(`${GRANTS} AND g.id = ?`, organizationId, id);
  return row && grantOf(row);
}

/** The access that stands, or whose time is over unnoticed; null when there is none. */
export async function readOpenGrant(
  control: ControlDb,
  organizationId: string,
): Promise<Grant | null> {
  const row = await control.first<Row>(`${GRANTS} AND g.ended_at IS NULL`, organizationId);
  return row && grantOf(row);
}

/** An access as its events tell it. */
export function recordOf({ id, reason, permissions, expiresAt, usedBy, endedAt }: Grant) {
  return { id, reason, permissions, expiresAt, usedBy, endedAt };
}
