import { fail } from "#domain/errors.ts";
import type { D1Like } from "#worker/platform/d1-meter.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import type { Authority } from "./authority.ts";
import type { Credential } from "./credential.ts";
import { FACTOR_DUE } from "./second-factor.ts";

/** Thrown where an API token names the database in which its organization's data stood before: the request is made again. */
export class Moved extends Error {
  readonly tenant: TenantRef;

  constructor(tenant: TenantRef) {
    super("organization moved");
    this.tenant = tenant;
  }
}

interface Row {
  id: string;
  keys: string;
  expires_at: string;
  revoked_at: string | null;
  used_at: string | null;
  disabled_at: string | null;
  service: number;
  name: string;
  email: string;
  email_verified: number;
  language: "fr" | "en";
  organization: string;
  binding: TenantRef["binding"] | null;
  role_id: string | null;
  authz_epoch: number | null;
  factor_due: string | null;
  permissions: string;
}

// A person's token ends with the membership in which it was made: who comes back makes another.
const QUERY = `
SELECT k.id, k.permissions AS keys, k.expires_at, k.revoked_at, k.used_at, a.disabled_at, k.service_id IS NOT NULL AS service,
  COALESCE(a.name, u.name) AS name, u.email, u.email_verified_at IS NOT NULL AS email_verified, u.language,
  o.name AS organization, t.binding, COALESCE(a.role_id, m.role_id) AS role_id, m.authz_epoch,
  CASE WHEN k.service_id IS NULL THEN ${FACTOR_DUE("u", "o", "m")} END AS factor_due,
  (SELECT json_group_array(permission) FROM role_permissions
    WHERE role_id = COALESCE(a.role_id, m.role_id)) AS permissions
FROM api_tokens k
JOIN users u ON u.id = COALESCE(k.user_id, k.created_by)
JOIN organizations o ON o.id = k.organization_id
LEFT JOIN slots t ON t.organization_id = o.id
LEFT JOIN service_accounts a ON a.id = k.service_id AND a.organization_id = o.id
LEFT JOIN memberships m ON m.organization_id = o.id AND m.user_id = k.user_id AND m.created_at <= k.created_at
WHERE k.hash = ?1 AND k.organization_id = ?2 AND COALESCE(k.user_id, k.service_id) = ?3`;

/**
 * Reads, in one query, whether an API token works and what it may do now: the keys chosen for it that its person, or its
 * service account's role, still holds in the whole organization.
 * Errors: `auth.token_invalid` (unknown, revoked, over, or its account suspended), `permission.denied` (no longer a member,
 * or no longer allowed to have tokens). Throws `Moved` where the data stand in another database than the token says.
 * @param now ISO UTC instant.
 */
export async function readTokenAuthority(
  control: D1Like,
  claims: Credential,
  now: string,
): Promise<Authority> {
  const { organizationId } = claims.tenant;
  const row = await control
    .prepare(QUERY)
    .bind(claims.tokenHash ?? "", organizationId, claims.userId)
    .first<Row>();
  if (!row) return fail("auth.token_invalid", { reason: "unknown" });
  if (row.revoked_at !== null) return fail("auth.token_invalid", { reason: "revoked" });
  if (row.expires_at <= now) return fail("auth.token_invalid", { reason: "expired" });
  if (row.disabled_at !== null) return fail("auth.token_invalid", { reason: "disabled" });
  if (!row.role_id) return fail("permission.denied", { reason: "membership" });
  const held = new Set(JSON.parse(row.permissions) as string[]);
  if (!row.service && !held.has("tokens.create"))
    return fail("permission.denied", { permission: "tokens.create" });
  if (row.binding && row.binding !== claims.tenant.binding)
    throw new Moved({ organizationId, binding: row.binding });
  return {
    userId: claims.userId,
    kind: row.service ? "service" : "token",
    token: { id: row.id, usedAt: row.used_at },
    name: row.name,
    email: row.email,
    emailVerified: row.email_verified === 1,
    language: row.language,
    organization: row.organization,
    roleId: row.role_id,
    authzEpoch: row.authz_epoch ?? 0,
    provenAt: "",
    factorDue: row.factor_due,
    permissions: (JSON.parse(row.keys) as string[]).filter((key) => held.has(key)),
    scopes: [],
  };
}
