import type { LiveEvent } from "#domain/live/messages.ts";
import type { Env } from "#worker/platform/env.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

interface Row {
  seq: number;
  at: string;
  actor_id: string;
  actor_name: string;
  type: string;
  topic: string;
  permission: string;
  entity: string;
  entity_id: string;
  after: string | null;
}

/** The last outbox row of an organization that is older than an instant (ISO 8601 UTC); 0 when there is none. */
export async function lastBefore(env: Env, tenant: TenantRef, at: string): Promise<number> {
  const row = await tenantDatabase(env, tenant)
    .prepare("SELECT seq FROM outbox WHERE at < ? ORDER BY seq DESC LIMIT 1")
    .bind(at)
    .first<{ seq: number }>();
  return row?.seq ?? 0;
}

/** Outbox rows of an organization after `seq`, in order, with the key that a reader needs. */
export async function readOutbox(
  env: Env,
  tenant: TenantRef,
  seq: number,
  limit: number,
): Promise<(LiveEvent & { permission: string })[]> {
  const rows = await tenantDatabase(env, tenant)
    .prepare("SELECT * FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?")
    .bind(seq, limit)
    .all<Row>();
  return rows.results.map((row) => ({
    seq: row.seq,
    type: row.type,
    topic: row.topic,
    permission: row.permission,
    entity: row.entity,
    entityId: row.entity_id,
    actorId: row.actor_id,
    actorName: row.actor_name,
    at: row.at,
    after: row.after ? (JSON.parse(row.after) as Record<string, unknown>) : null,
  }));
}

/**
 * Where the organization's webhooks begin: the row before the first that tells of one, and since when (UTC milliseconds) the
 * database is this organization's. Null when it never had one.
 */
export async function firstWebhook(
  env: Env,
  tenant: TenantRef,
): Promise<{ after: number; newsSince: number } | null> {
  const row = await tenantDatabase(env, tenant)
    .prepare(
      `SELECT seq, (SELECT created_at FROM _meta) AS since FROM outbox WHERE entity = 'webhook' ORDER BY seq LIMIT 1`,
    )
    .first<{ seq: number; since: string }>();
  return row ? { after: row.seq - 1, newsSince: Date.parse(row.since) } : null;
}
