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

/** The database of one organization that is whole and not being deleted; null for any other id. */
export async function findTenant(env: Env, organizationId: string): Promise<TenantRef | null> {
  const row = await env.CONTROL_DB.prepare(
    `SELECT organization_id AS organizationId, binding FROM slots WHERE organization_id = ?1 AND ready_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM organization_deletions WHERE organization_id = ?1 AND started_at IS NOT NULL)`,
  )
    .bind(organizationId)
    .first<TenantRef>();
  return row && env[row.binding] !== undefined ? row : null;
}

/** What an organization is called; empty when it is not there. */
export async function nameOfOrganization(env: Env, id: string): Promise<string> {
  const query = env.CONTROL_DB.prepare("SELECT name FROM organizations WHERE id = ?");
  return (await query.bind(id).first<string>("name")) ?? "";
}
