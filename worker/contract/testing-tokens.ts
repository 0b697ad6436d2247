import { newId } from "#domain/ids.ts";
import { TOKEN_KEYS } from "#domain/tokens/rules.ts";
import { formatToken } from "#domain/tokens/token-text.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { change } from "#worker/platform/testing-databases.ts";
import { slotOf, type TenantRef } from "#worker/platform/tenant-ref.ts";

/** What a token says of itself, and what the database says of it where that differs. */
interface Planted {
  tenant: TenantRef;
  userId: string;
  /** Of which organization the row is. */
  organizationId?: string;
  /** Whose the row is. */
  ownerId?: string;
  permissions?: readonly string[];
  expiresAt?: string;
  revokedAt?: string;
}

/** Puts a personal API token straight into the database, as no route would, and tells its text. */
export async function plantToken(planted: Planted): Promise<string> {
  const { tenant, userId, permissions = TOKEN_KEYS } = planted;
  const { organizationId } = tenant;
  const parts = { organizationId, slot: slotOf(tenant.binding), principalId: userId };
  const text = formatToken({ ...parts, kind: "token" }, crypto.getRandomValues(new Uint8Array(32)));
  const now = new Date().toISOString();
  await change(
    `INSERT INTO api_tokens (hash, id, organization_id, user_id, name, permissions, hint, created_by, created_at, expires_at, revoked_at)
     VALUES (?1, ?2, ?3, ?4, 'Essai', ?5, '', ?4, ?6, ?7, ?8)`,
    await sha256(text),
    newId("tok"),
    planted.organizationId ?? organizationId,
    planted.ownerId ?? userId,
    JSON.stringify(permissions),
    now,
    planted.expiresAt ?? "9999-12-31T00:00:00.000Z",
    planted.revokedAt ?? null,
  );
  return text;
}

interface PlantedService {
  tenant: TenantRef;
  /** Who made it. */
  by: string;
  /** The organization that the account is of, where it is not the token's. */
  accountOf?: string;
  disabledAt?: string;
}

/** Puts a service account with a token into the database. */
export async function plantService(planted: PlantedService): Promise<string> {
  const { tenant, by, disabledAt = null } = planted;
  const { organizationId } = tenant;
  const id = newId("svc");
  const parts = { organizationId, slot: slotOf(tenant.binding), principalId: id };
  const text = formatToken(
    { ...parts, kind: "service" },
    crypto.getRandomValues(new Uint8Array(32)),
  );
  const now = new Date().toISOString();
  await change(
    `INSERT INTO service_accounts (id, organization_id, name, role_id, created_by, created_at, disabled_at)
     SELECT ?1, ?2, ?1, id, ?3, ?4, ?5 FROM roles WHERE organization_id = ?2 AND slug = 'admin'`,
    id,
    planted.accountOf ?? organizationId,
    by,
    now,
    disabledAt,
  );
  await change(
    `INSERT INTO api_tokens (hash, id, organization_id, service_id, name, permissions, hint, created_by, created_at, expires_at)
     VALUES (?, ?, ?, ?, 'Essai', ?, '', ?, ?, '9999-12-31T00:00:00.000Z')`,
    await sha256(text),
    newId("tok"),
    organizationId,
    id,
    JSON.stringify(TOKEN_KEYS),
    by,
    now,
  );
  return text;
}
