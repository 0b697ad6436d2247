import type { Env } from "#worker/platform/env.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

interface Rows {
  members: unknown[];
  roles: unknown[];
  divisions: unknown[];
  invitations: unknown[];
  policy: unknown[];
}

const parsed = (row: Record<string, unknown>, ...columns: string[]) => ({
  ...row,
  ...Object.fromEntries(columns.map((name) => [name, JSON.parse(String(row[name]))])),
});

/**
 * What the control database knows of an organization, in one transaction: its name, and lines about its people. Names
 * what it takes, so that no secret beside it comes along.
 */
export async function readPeople(
  env: Env,
  tenant: TenantRef,
): Promise<{ organization: { id: string; name: string }; lines: Rows }> {
  const control = env.CONTROL_DB;
  const of = (sql: string) => control.prepare(sql).bind(tenant.organizationId);
  const [organization, members, roles, divisions, invitations, policy] = await control.batch<
    Record<string, unknown>
  >([
    of("SELECT id, name FROM organizations WHERE id = ?"),
    of(`SELECT u.id, u.name, u.email, m.role_id AS roleId, m.created_at AS since FROM memberships m
        JOIN users u ON u.id = m.user_id WHERE m.organization_id = ? ORDER BY u.id`),
    of(`SELECT id, slug, name, (SELECT json_group_array(permission) FROM (SELECT permission FROM role_permissions
          WHERE role_id = r.id ORDER BY permission)) AS permissions
        FROM roles r WHERE organization_id = ? ORDER BY id`),
    of(`SELECT id, name, (SELECT json_group_array(json_object('userId', user_id, 'roleId', role_id)) FROM (
          SELECT user_id, role_id FROM memberships_divisions WHERE division_id = d.id ORDER BY user_id)) AS members
        FROM divisions d WHERE organization_id = ? ORDER BY id`),
    of(`SELECT id, email, role_id AS roleId, invited_by AS invitedBy, created_at AS createdAt,
          expires_at AS expiresAt, accepted_at AS acceptedAt, revoked_at AS revokedAt
        FROM invitations WHERE organization_id = ? ORDER BY id`),
    of(`SELECT factor_demanded_at AS factorDemandedAt, factor_grace_days AS factorGraceDays,
          (SELECT json_group_array(permission) FROM (SELECT permission FROM known_permissions
            WHERE organization_id = o.id ORDER BY permission)) AS knownPermissions
        FROM organizations o WHERE id = ?`),
  ]);
  const named = organization?.results[0] as { id: string; name: string } | undefined;
  if (!named) throw new Error("The control database does not know the organization");
  return {
    organization: named,
    lines: {
      members: members?.results ?? [],
      roles: (roles?.results ?? []).map((row) => parsed(row, "permissions")),
      divisions: (divisions?.results ?? []).map((row) => parsed(row, "members")),
      invitations: invitations?.results ?? [],
      policy: (policy?.results ?? []).map((row) => parsed(row, "knownPermissions")),
    },
  };
}
