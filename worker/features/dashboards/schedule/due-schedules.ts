import { isoNow, type Clock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { tenantDatabase } from "#worker/platform/tenant.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";

/** Schedules of an organization that are sent in one go: what is left is found ten minutes later. */
const MOST_AT_ONCE = 50;

/** What is due of an organization's schedules: which, and since when (ISO UTC). */
export async function dueSchedules(
  env: Env,
  clock: Clock,
  tenant: TenantRef,
): Promise<{ scheduleId: string; due: string }[]> {
  const { results } = await tenantDatabase(env, tenant)
    .prepare(
      `SELECT id AS scheduleId, next_at AS due FROM dashboard_schedules
       WHERE deleted_at IS NULL AND paused = 0 AND next_at <= ? ORDER BY next_at LIMIT ?`,
    )
    .bind(isoNow(clock), MOST_AT_ONCE)
    .all<{ scheduleId: string; due: string }>();
  return results;
}
