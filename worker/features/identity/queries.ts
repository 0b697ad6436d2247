import type { Me } from "#domain/identity/model.ts";
import { fail } from "#domain/errors.ts";
import { write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { FACTOR_DUE } from "#worker/platform/auth/second-factor.ts";
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
const STANDING = `
SELECT o.id AS organization_id, t.binding, t.ready_at, json_object(
  'person', json_object('id', u.id, 'name', u.name, 'email', u.email, 'language', u.language,
    'emailVerified', json(iif(u.email_verified_at IS NULL, 'false', 'true'))),
  'organization', json_object('id', o.id, 'name', o.name),
  'role', ${ROLE("r")},
  'permissions', (SELECT json_group_array(permission) FROM role_permissions WHERE role_id = r.id),
  'factorDue', ${FACTOR_DUE("u", "o", "m")},
  'deletion', (SELECT json_object('askedAt', d.asked_at, 'dueAt', d.due_at, 'reason', d.reason,
      'askedBy', json_object('id', du.id, 'name', du.name))
    FROM organization_deletions d JOIN users du ON du.id = d.asked_by WHERE d.organization_id = o.id),
  'organizations', (
    SELECT json_group_array(json_object('id', o2.id, 'name', o2.name, 'role', ${ROLE("r2")})
      ORDER BY o2.name COLLATE NOCASE, o2.id)
    FROM memberships m2 JOIN organizations o2 ON o2.id = m2.organization_id
    JOIN roles r2 ON r2.id = m2.role_id WHERE m2.user_id = u.id)
) AS me
FROM users u
JOIN memberships m ON m.user_id = u.id
JOIN organizations o ON o.id = m.organization_id
JOIN roles r ON r.id = m.role_id
LEFT JOIN slots t ON t.organization_id = o.id
WHERE u.id = ? AND o.id = ?`;

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
