import { sweepImports } from "#worker/features/boards/imports/sweep-imports.ts";
import { dueSchedules } from "#worker/features/dashboards/schedule/due-schedules.ts";
import { sweepRestores } from "#worker/features/exports/sweep-restores.ts";
import { sweepEvents } from "#worker/platform/auth/deliver-events.ts";
import { clockOf } from "#worker/platform/clock.ts";
import { sweepDeletions } from "#worker/platform/deletion/sweep.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { deliverMails } from "#worker/platform/mail/deliver.ts";
import { listTenants } from "#worker/platform/organizations.ts";
import { purgeControl } from "#worker/platform/purge.ts";
import { rotateSecrets } from "#worker/platform/secrets/rotate.ts";
import { endExpiredGrants } from "#worker/platform/support/end-expired.ts";
import { roomName } from "#worker/platform/tenant.ts";
import type { Job } from "./job.ts";

const NIGHTLY = "15 3 * * *";
const EVERY_MINUTE = "* * * * *";

/**
 * What cron calls: every minute mails that could not be sent at once; nightly the purge; every ten minutes a sweep of
 * outboxes that missed their poke, of events that did not reach their organization, of secrets under an older key, of restorations
 * that were interrupted, of imports that were left, of dashboards whose mails are due, and of organizations whose deletion is due or under way.
 */
export async function runScheduled(cron: string, env: Env): Promise<void> {
  const clock = clockOf(env);
  if (cron === EVERY_MINUTE) {
    await endExpiredGrants(env, clock);
    return deliverMails({ env, clock });
  }
  const tenants = await listTenants(env);
  if (cron === NIGHTLY) {
    await purgeControl(env, clock);
    const jobs = tenants.map((tenant) => ({
      body: { kind: "tenant.purge", tenant } satisfies Job,
    }));
    for (let at = 0; at < jobs.length; at += 100)
      await env.JOBS.sendBatch(jobs.slice(at, at + 100));
    return;
  }
  for (const organizationId of await sweepDeletions(env, clock)) {
    await env.JOBS.send({ kind: "organization.delete", organizationId } satisfies Job);
  }
  await sweepEvents(env, clock);
  await sweepRestores(env, clock);
  await rotateSecrets(env);
  for (const tenant of tenants) {
    try {
      await env.OUTBOX_ROOM.getByName(roomName(tenant, "outbox")).poke(tenant);
      await sweepImports(env, clock, tenant);
      for (const owed of await dueSchedules(env, clock, tenant)) {
        await env.JOBS.send({ kind: "dashboard.send", tenant, ...owed } satisfies Job);
      }
    } catch (error) {
      log("error", "outbox.sweep_failed", { ...tenant, error: String(error) });
    }
  }
}
