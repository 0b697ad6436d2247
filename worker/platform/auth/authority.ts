import type { ActorKind } from "#domain/audit/model.ts";
import { fail } from "#domain/errors.ts";
import type { Actor, Scope } from "#domain/permissions.ts";
import type { D1Like } from "#worker/platform/d1-meter.ts";
import { GRANT_FACTOR_DUE, LETS_IN } from "#worker/platform/support/living-grant.ts";
import { FACTOR_DUE } from "./second-factor.ts";
import type { AccessClaims } from "./tokens.ts";

/** What the control database says of a person in an organization, now. */
export interface Authority extends Actor {
  /** What acts in the person's place, for the audit; the person unless told. */
  kind?: ActorKind;
  /** The API token that acts, and when its use was last noted. */
  token?: { id: string; usedAt: string | null };
  /** Set for somebody of the support, who is no member: the access under which they came in. */
  support?: { grantId: string; used: boolean };
  email: string;
  /** Whether the person has shown to hold that address. */
  emailVerified: boolean;
  language: "fr" | "en";
  roleId: string;
  organization: string;
  authzEpoch: number;
  /** When the person of this session last proved who they are, UTC. */
  provenAt: string;
  /** From when on the organization's demand of a second factor shuts this person out, UTC; null when it does not. */
  factorDue: string | null;
}

interface Row {
  name: string;
  email: string;
  email_verified: number;
  language: "fr" | "en";
  organization: string;
  binding: string | null;
  role_id: string | null;
  authz_epoch: number;
  proven_at: string;
  factor_due: string | null;
  permissions: string;
  scopes: string;
  grant_id: string | null;
  grant_used: number;
}

const QUERY = `
SELECT u.name, u.email, u.email_verified_at IS NOT NULL AS email_verified, u.language, o.name AS organization, t.binding,
  m.role_id, m.authz_epoch, s.proven_at, g.id AS grant_id, g.used_at IS NOT NULL AS grant_used,
  CASE WHEN g.id IS NULL THEN ${FACTOR_DUE("u", "o", "m")} ELSE ${GRANT_FACTOR_DUE("g", "u.id")} END AS factor_due,
  coalesce(g.permissions, (SELECT json_group_array(permission) FROM role_permissions
    WHERE role_id = m.role_id)) AS permissions,
  (SELECT json_group_array(json_object('divisionId', d.division_id, 'permissions',
      (SELECT json_group_array(permission) FROM role_permissions WHERE role_id = d.role_id)))
    FROM memberships_divisions d
    WHERE d.organization_id = o.id AND d.user_id = u.id AND d.role_id IS NOT NULL) AS scopes
FROM sessions s
JOIN users u ON u.id = s.user_id
JOIN organizations o ON o.id = ?3
LEFT JOIN slots t ON t.organization_id = o.id
LEFT JOIN memberships m ON m.organization_id = o.id AND m.user_id = u.id
LEFT JOIN support_grants g ON m.user_id IS NULL AND g.organization_id = o.id AND ${LETS_IN("g", "u.id", "?4")}
WHERE s.id = ?1 AND s.user_id = ?2 AND s.revoked_at IS NULL AND s.expires_at > ?4`;

/** When the organization was deleted, UTC, for whoever has a living session; null when it was not. */
function deletionOf(control: D1Like, claims: AccessClaims, now: string): Promise<string | null> {
  return control
    .prepare(
      `SELECT d.deleted_at FROM deleted_organizations d JOIN sessions x ON x.id = ?2 AND x.user_id = ?3
         AND x.revoked_at IS NULL AND x.expires_at > ?4 WHERE d.id = ?1`,
    )
    .bind(claims.tenant.organizationId, claims.sessionId, claims.userId, now)
    .first<string>("deleted_at");
}

/**
 * Reads, in one query, whether the session lives and what the person may do in the organization.
 * Errors: `auth.required` (session over), `permission.denied` (neither a member nor let in as support).
 * @param now ISO UTC instant.
 */
export async function readAuthority(
  control: D1Like,
  claims: AccessClaims,
  now: string,
): Promise<Authority> {
  const row = await control
    .prepare(QUERY)
    .bind(claims.sessionId, claims.userId, claims.tenant.organizationId, now)
    .first<Row>();
  if (!row?.role_id && !row?.grant_id) {
    const deletedAt = await deletionOf(control, claims, now);
    const over = { reason: "membership", ...(deletedAt ? { deletedAt } : {}) };
    return row || deletedAt ? fail("permission.denied", over) : fail("auth.required");
  }
  // The slot in the token is a copy: an organization that moved makes the page refresh its token.
  if (row.binding !== claims.tenant.binding) return fail("auth.expired");
  return {
    userId: claims.userId,
    name: row.name,
    email: row.email,
    emailVerified: row.email_verified === 1,
    language: row.language,
    organization: row.organization,
    roleId: row.role_id ?? "",
    authzEpoch: row.authz_epoch,
    provenAt: row.proven_at,
    factorDue: row.factor_due,
    permissions: JSON.parse(row.permissions) as string[],
    scopes: JSON.parse(row.scopes) as Scope[],
    ...(row.grant_id ? { support: { grantId: row.grant_id, used: row.grant_used === 1 } } : {}),
  };
}
