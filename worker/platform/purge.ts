import { readPolicy } from "./audit/retention-rows.ts";
import type { Clock } from "./clock.ts";
import type { Env } from "./env.ts";
import { applyMigrations } from "./migrate.ts";
import { log } from "./log.ts";
import { filesPrefix, roomName, tenantDatabase } from "./tenant.ts";
import type { TenantRef } from "./tenant-ref.ts";

const DAY = 24 * 60 * 60 * 1000;

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/**
 * Forgets idempotency keys of an organization after two days, as no client retries for longer, and what its audit and
 * access log hold beyond the time that its policy keeps them. Notifications go after three months, read or not.
 */
export async function purgeTenant(env: Env, clock: Clock, tenant: TenantRef): Promise<void> {
  const now = clock.now();
  const database = tenantDatabase(env, tenant);
  // A database that nobody has opened since the last deployment lacks what follows.
  await applyMigrations(database);
  const { auditDays, accessDays } = await readPolicy(env, tenant);
  await database.batch([
    database.prepare("DELETE FROM idempotency WHERE created_at < ?").bind(iso(now - 2 * DAY)),
    database.prepare("DELETE FROM access_log WHERE at < ?").bind(iso(now - accessDays * DAY)),
    database.prepare("DELETE FROM notifications WHERE at < ?").bind(iso(now - 90 * DAY)),
  ]);
  await forgetUploads(env, tenant, now - DAY);
  const outbox = env.OUTBOX_ROOM.getByName(roomName(tenant, "outbox"));
  const removed = await outbox.forgetAudit(tenant, iso(now - auditDays * DAY));
  if (removed > 0) log("info", "audit.purged", { organizationId: tenant.organizationId, removed });
}

/** Forgets parts of files whose sending was broken off before an instant (UTC milliseconds). */
async function forgetUploads(env: Env, tenant: TenantRef, before: number): Promise<void> {
  const prefix = `${filesPrefix(tenant)}uploads/`;
  let cursor: string | undefined;
  do {
    const page = await env.FILES.list({ prefix, ...(cursor ? { cursor } : {}) });
    const old = page.objects.filter(({ uploaded }) => uploaded.getTime() < before);
    if (old.length > 0) await env.FILES.delete(old.map(({ key }) => key));
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor);
}

/**
 * Forgets what sign-in left behind: spent links, old keys, sessions and mails of a month ago; API tokens that ended
 * three months ago; events of accounts, and browsers not used, for longer than their cookie lives.
 */
export async function purgeControl(env: Env, clock: Clock): Promise<void> {
  const now = clock.now();
  const control = env.CONTROL_DB;
  await control.batch([
    control.prepare("DELETE FROM idempotency WHERE created_at < ?").bind(iso(now - 2 * DAY)),
    control.prepare("DELETE FROM sign_in_links WHERE expires_at < ?").bind(iso(now)),
    control.prepare("DELETE FROM challenges WHERE expires_at < ?").bind(iso(now - DAY)),
    control.prepare("DELETE FROM sign_in_attempts WHERE updated_at < ?").bind(iso(now - DAY)),
    control
      .prepare(
        "DELETE FROM refresh_tokens WHERE session_id IN (SELECT id FROM sessions WHERE expires_at < ?)",
      )
      .bind(iso(now - 30 * DAY)),
    control.prepare("DELETE FROM sessions WHERE expires_at < ?").bind(iso(now - 30 * DAY)),
    control.prepare("DELETE FROM mails WHERE created_at < ?").bind(iso(now - 30 * DAY)),
    control.prepare("DELETE FROM mail_tokens WHERE expires_at < ?").bind(iso(now - 30 * DAY)),
    control.prepare("DELETE FROM auth_events WHERE at < ?").bind(iso(now - 400 * DAY)),
    control
      .prepare("DELETE FROM api_tokens WHERE revoked_at < ?1 OR expires_at < ?1")
      .bind(iso(now - 90 * DAY)),
    control.prepare("DELETE FROM known_devices WHERE seen_at < ?").bind(iso(now - 400 * DAY)),
  ]);
}
