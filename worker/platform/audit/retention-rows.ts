import type { Place } from "#domain/audit/chain.ts";
import type { Env } from "#worker/platform/env.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** How far the organization has forgotten: the last row that went, with its hash; null when nothing did. */
export async function forgottenUpTo(env: Env, tenant: TenantRef): Promise<Place | null> {
  return tenantDatabase(env, tenant)
    .prepare("SELECT up_to AS id, hash FROM audit_retention ORDER BY up_to DESC LIMIT 1")
    .first<Place>();
}

/**
 * The last sealed row that can be forgotten: all rows up to it are older than `before` (ISO 8601 UTC). At most
 * `limit` rows at a time. Null when there is none.
 */
export async function forgettable(
  env: Env,
  tenant: TenantRef,
  before: string,
  limit: number,
): Promise<Place | null> {
  return tenantDatabase(env, tenant)
    .prepare(
      `SELECT id, hash FROM (SELECT id, hash FROM audit_seals
         WHERE id < ifnull((SELECT id FROM audit NOT INDEXED WHERE at >= ?1 ORDER BY id LIMIT 1), 9e15)
         ORDER BY id LIMIT ?2)
       ORDER BY id DESC LIMIT 1`,
    )
    .bind(before, limit)
    .first<Place>();
}

/**
 * Deletes audit rows and seals up to a place in one batch with the row that allows it and the audit row that tells of
 * it. Aborts when the place is not sealed, or holds rows younger than 90 days. @returns how many rows went.
 */
export async function forgetUpTo(
  env: Env,
  tenant: TenantRef,
  place: Place,
  told: { at: string; requestId: string },
): Promise<number> {
  const database = tenantDatabase(env, tenant);
  const [noted] = await database.batch<{ removed: number }>([
    database
      .prepare(
        `INSERT INTO audit_retention (up_to, hash, removed, at)
         SELECT ?1, ?2, (SELECT count(*) FROM audit WHERE id <= ?1), ?3 RETURNING removed`,
      )
      .bind(place.id, place.hash, told.at),
    database
      .prepare(
        `INSERT INTO audit (at, actor_id, actor_name, actor_kind, action, entity, entity_id, changes, request_id)
         SELECT ?2, 'system', '', 'system', 'audit.purged', 'audit', ?3,
           json_array(json_object('field', 'rows', 'before', removed, 'after', 0)), ?4
         FROM audit_retention WHERE up_to = ?1`,
      )
      .bind(place.id, told.at, tenant.organizationId, told.requestId),
    database.prepare("DELETE FROM audit WHERE id <= ?").bind(place.id),
    database.prepare("DELETE FROM audit_seals WHERE id <= ?").bind(place.id),
  ]);
  return noted?.results[0]?.removed ?? 0;
}

/** How long an organization keeps its logs, in days. */
export async function readPolicy(env: Env, tenant: TenantRef) {
  const policy = await tenantDatabase(env, tenant)
    .prepare("SELECT audit_days AS auditDays, access_days AS accessDays FROM retention_policy")
    .first<{ auditDays: number; accessDays: number }>();
  if (!policy) throw new Error("An organization's database has no retention policy");
  return policy;
}
