import type { Env } from "./env.ts";
import type { TenantRef } from "./tenant-ref.ts";

/** Every organization that holds a database of this Worker's pool, is whole and is not being deleted: for cron and sweeps. */
export async function listTenants(env: Env): Promise<TenantRef[]> {
  const rows = await env.CONTROL_DB.prepare(
    `SELECT organization_id AS organizationId, binding FROM slots WHERE organization_id IS NOT NULL
       AND ready_at IS NOT NULL
       AND organization_id NOT IN (SELECT organization_id FROM organization_deletions WHERE started_at IS NOT NULL)`,
  ).all<TenantRef>();
  return rows.results.filter((row) => env[row.binding] !== undefined);
}
