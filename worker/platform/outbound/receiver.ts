import type { Env } from "#worker/platform/env.ts";
import { unsealOf } from "#worker/platform/secrets/tenant-secrets.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

interface Row {
  organization: string;
  url: string | null;
  state: string | null;
  secret: string | null;
  previous: string | null;
  until: string | null;
}

/** Where a webhook sends at this moment, and what signs; null when it was deleted. */
export interface ReceiverNow {
  active: boolean;
  url: string;
  /** Null when they can't be opened. */
  secrets: readonly string[] | null;
}

/**
 * Reads where a webhook sends now. `now` is ISO 8601 UTC: a former secret signs until its time is over.
 * Throws when the database is away or another organization's.
 */
export async function readReceiver(
  env: Env,
  tenant: TenantRef,
  id: string,
  now: string,
): Promise<ReceiverNow | null> {
  const row = await tenantDatabase(env, tenant)
    .prepare(
      `SELECT m.organization_id AS organization, e.url, e.state, e.secret, e.previous_secret AS previous,
         e.previous_until AS until
       FROM _meta m LEFT JOIN webhook_endpoints e ON e.id = ? AND e.deleted_at IS NULL`,
    )
    .bind(id)
    .first<Row>();
  if (row?.organization !== tenant.organizationId)
    throw new Error("The database has another owner");
  const { url, state, secret, previous, until } = row;
  if (url === null || secret === null) return null;
  const open = (column: string, sealed: string) => {
    const place = { owner: tenant.organizationId, table: "webhook_endpoints", row: id, column };
    return unsealOf(env, place, sealed);
  };
  const present = await open("secret", secret);
  const stands = previous !== null && until !== null && until > now;
  const before = stands ? await open("previous_secret", previous) : null;
  const secrets = present === null ? null : [present, ...(before === null ? [] : [before])];
  return { active: state === "active", url, secrets };
}
