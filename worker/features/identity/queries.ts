import type { Me } from "#domain/identity/model.ts";
import { fail } from "#domain/errors.ts";
import { write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { FACTOR_DUE } from "#worker/platform/auth/second-factor.ts";
import { GRANT_FACTOR_DUE, LETS_IN, NOW } from "#worker/platform/support/living-grant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** What the page needs to know of a member, and where the organization's data lives. */
export interface Standing {
  me: Me;
  tenant: TenantRef;
  /** False until the organization's database was migrated and took its identity. */
  ready: boolean;
}

interface Row {
  me: string;
  organization_id: string;
  binding: TenantRef["binding"] | null;
  ready_at: string | null;
}

const ROLE = (r: string) => `json_object('id', ${r}.id, 'slug', ${r}.slug, 'name', ${r}.name)`;
/** What somebody of the support is called where others have a role; its id is the access's own. */
const SUPPORT_ROLE = (g: string) =>
  `json_object('id', 'rol_' || substr(${g}.id, 5), 'slug', 'support', 'name', NULL)`;
const STANDING = `
SELECT o.id AS organization_id, t.binding, t.ready_at, json_object(
  'person', json_object('id', u.id, 'name', u.name, 'email', u.email, 'language', u.language,
    'emailVerified', json(iif(u.email_verified_at IS NULL, 'false', 'true'))),
  'organization', json_object('id', o.id, 'name', o.name),
  'role', CASE WHEN g.id IS NULL THEN ${ROLE("r")} ELSE ${SUPPORT_ROLE("g")} END,
  'permissions', coalesce(json(g.permissions),
    (SELECT json_group_array(permission) FROM role_permissions WHERE role_id = r.id)),
  'factorDue', CASE WHEN g.id IS NULL THEN ${FACTOR_DUE("u", "o", "m")} ELSE ${GRANT_FACTOR_DUE("g", "u.id")} END,
  'supportUntil', g.expires_at,
  'supportAccess', (SELECT json_object('id', a.id, 'until', a.expires_at, 'grantedBy', ab.name) FROM support_grants a
    JOIN users ab ON ab.id = a.granted_by WHERE a.organization_id = o.id AND a.ended_at IS NULL AND a.expires_at > ${NOW}),
  'deletion', (SELECT json_object('askedAt', d.asked_at, 'dueAt', d.due_at, 'reason', d.reason,
      'askedBy', json_object('id', du.id, 'name', du.name))
    FROM organization_deletions d JOIN users du ON du.id = d.asked_by WHERE d.organization_id = o.id),
  'organizations', (
    SELECT json_group_array(json_object('id', id, 'name', name, 'role', json(role), 'supportUntil', until)
      ORDER BY name COLLATE NOCASE, id) FROM (
      SELECT o2.id, o2.name, ${ROLE("r2")} AS role, NULL AS until FROM memberships m2
      JOIN organizations o2 ON o2.id = m2.organization_id JOIN roles r2 ON r2.id = m2.role_id WHERE m2.user_id = u.id
      UNION ALL
      SELECT o3.id, o3.name, ${SUPPORT_ROLE("g3")}, g3.expires_at FROM support_grants g3
      JOIN organizations o3 ON o3.id = g3.organization_id WHERE ${LETS_IN("g3", "u.id")}
        AND NOT EXISTS (SELECT 1 FROM memberships m3 WHERE m3.organization_id = o3.id AND m3.user_id = u.id)))
) AS me
FROM users u
JOIN organizations o ON o.id = ?2
LEFT JOIN memberships m ON m.user_id = u.id AND m.organization_id = o.id
LEFT JOIN roles r ON r.id = m.role_id
LEFT JOIN support_grants g ON m.user_id IS NULL AND g.organization_id = o.id AND ${LETS_IN("g", "u.id")}
LEFT JOIN slots t ON t.organization_id = o.id
WHERE u.id = ?1 AND (m.user_id IS NOT NULL OR g.id IS NOT NULL)`;

/** Reads who a person is in an organization: a statement of a batch, whose rows `standingIn` understands. */
export function standingOf(userId: string, organizationId: string): ControlWrite {
  return write(STANDING, userId, organizationId);
}

/** What `standingOf` found; null when not a member. Error: `organization.unavailable` without a database. */
export function standingIn(rows: readonly unknown[] | undefined): Standing | null {
  const row = rows?.[0] as Row | undefined;
  if (!row) return null;
  if (!row.binding) return fail("organization.unavailable", { reason: "slot" });
  const tenant = { organizationId: row.organization_id, binding: row.binding };
  return { me: JSON.parse(row.me) as Me, tenant, ready: row.ready_at !== null };
}
