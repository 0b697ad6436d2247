import type { Clock } from "./clock.ts";
import type { Env } from "./env.ts";
import { tenantDatabase } from "./tenant.ts";
import type { TenantRef } from "./tenant-ref.ts";

const DAY = 24 * 60 * 60 * 1000;

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** Forgets idempotency keys of an organization after two days: no client retries for longer. */
export async function purgeTenant(env: Env, clock: Clock, tenant: TenantRef): Promise<void> {
  const before = iso(clock.now() - 2 * DAY);
  await tenantDatabase(env, tenant)
    .prepare("DELETE FROM idempotency WHERE created_at < ?")
    .bind(before)
    .run();
}

/** Forgets what sign-in left behind: spent links, old keys, sessions that ended a month ago. */
export async function purgeControl(env: Env, clock: Clock): Promise<void> {
  const now = clock.now();
  const control = env.CONTROL_DB;
  await control.batch([
    control.prepare("DELETE FROM idempotency WHERE created_at < ?").bind(iso(now - 2 * DAY)),
    control.prepare("DELETE FROM sign_in_links WHERE expires_at < ?").bind(iso(now)),
    control.prepare("DELETE FROM sign_in_attempts WHERE updated_at < ?").bind(iso(now - DAY)),
    control
      .prepare(
        "DELETE FROM refresh_tokens WHERE session_id IN (SELECT id FROM sessions WHERE expires_at < ?)",
      )
      .bind(iso(now - 30 * DAY)),
    control.prepare("DELETE FROM sessions WHERE expires_at < ?").bind(iso(now - 30 * DAY)),
  ]);
}
