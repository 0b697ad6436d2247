import type { RoleName } from "#domain/identity/model.ts";
import { beyond, lacking } from "#domain/members/rules.ts";
import type { Actor } from "#domain/permissions.ts";
import type { ServiceAccount, Token } from "#domain/tokens/model.ts";
import { TOKEN_KEYS } from "#domain/tokens/rules.ts";
import type { ControlDb, SqlValue } from "#worker/platform/auth/control-db.ts";

interface TokenRow {
  id: string;
  name: string;
  permissions: string;
  hint: string;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
  usedFrom: string | null;
  service: number;
  ownerId: string;
  ownerName: string;
  held: string;
}

// As `readTokenAuthority` joins them: what ended with a membership is no token any more.
const TOKENS = `
SELECT k.id, k.name, k.permissions, k.hint, k.created_at AS createdAt, k.expires_at AS expiresAt, k.used_at AS usedAt,
  k.used_from AS usedFrom, k.service_id IS NOT NULL AS service, COALESCE(k.user_id, k.service_id) AS ownerId,
  COALESCE(a.name, u.name) AS ownerName,
  (SELECT json_group_array(permission) FROM role_permissions
    WHERE role_id = COALESCE(a.role_id, m.role_id)) AS held
FROM api_tokens k
LEFT JOIN users u ON u.id = k.user_id
LEFT JOIN service_accounts a ON a.id = k.service_id
LEFT JOIN memberships m ON m.organization_id = k.organization_id AND m.user_id = k.user_id AND m.created_at <= k.created_at
WHERE k.organization_id = ? AND k.revoked_at IS NULL AND COALESCE(a.role_id, m.role_id) IS NOT NULL`;

/** The organization's tokens that were not revoked, newest first, or those among them that a condition picks. */
export async function readTokens(
  control: ControlDb,
  organizationId: string,
  condition = "1",
  ...params: SqlValue[]
): Promise<Token[]> {
  const sql = `${TOKENS} AND ${condition} ORDER BY k.id DESC LIMIT 1000`;
  return (await control.all<TokenRow>(sql, organizationId, ...params)).map(tokenOf);
}

function tokenOf({ service, ownerId, ownerName, held, ...row }: TokenRow): Token {
  const permissions = JSON.parse(row.permissions) as string[];
  const now = JSON.parse(held) as string[];
  const off = !service && !now.includes("tokens.create");
  return {
    ...row,
    owner: { kind: service ? "service" : "person", id: ownerId, name: ownerName },
    permissions,
    withheld: off ? permissions : lacking(now, permissions),
  };
}

/** A service account as it stands. `permissions`: every key of its role. */
export interface ServiceRow {
  id: string;
  name: string;
  createdAt: string;
  createdBy: string;
  disabledAt: string | null;
  role: RoleName;
  permissions: string[];
}

type Packed = Omit<ServiceRow, "role" | "permissions"> & { role: string; permissions: string };

const SERVICES = `
SELECT a.id, a.name, a.created_at AS createdAt, a.disabled_at AS disabledAt, u.name AS createdBy,
  json_object('id', r.id, 'slug', r.slug, 'name', r.name) AS role,
  (SELECT json_group_array(permission ORDER BY permission) FROM role_permissions WHERE role_id = r.id) AS permissions
FROM service_accounts a JOIN roles r ON r.id = a.role_id JOIN users u ON u.id = a.created_by
WHERE a.organization_id = ?`;

const unpack = (row: Packed): ServiceRow => ({
  ...row,
  role: JSON.parse(row.role) as RoleName,
  permissions: JSON.parse(row.permissions) as string[],
});

/** The service accounts of an organization, by name. */
export async function readServices(control: ControlDb, organizationId: string) {
  const rows = await control.all<Packed>(`${SERVICES} ORDER BY a.name, a.id`, organizationId);
  return rows.map(unpack);
}

/** One service account of an organization, or null. */
export async function readService(control: ControlDb, organizationId: string, id: string) {
  const row = await control.first<Packed>(`${SERVICES} AND a.id = ?`, organizationId, id);
  return row ? unpack(row) : null;
}

/** A service account as the reader gets it. */
export function serviceView(
  actor: Actor,
  row: ServiceRow,
  tokens: readonly Token[],
): ServiceAccount {
  return {
    ...row,
    permissions: TOKEN_KEYS.filter((key) => row.permissions.includes(key)),
    tokens: tokens.filter((token) => token.owner.id === row.id),
    can: { grant: beyond(actor, row.permissions).length === 0 },
  };
}
