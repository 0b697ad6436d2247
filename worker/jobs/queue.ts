import { forgetFiles } from "#worker/features/boards/forget-files.ts";
import { reconcileBoards } from "#worker/features/boards/reconcile-boards.ts";
import { sendSchedule } from "#worker/features/dashboards/schedule/send-schedule.ts";
import { forgetPublished } from "#worker/features/dashboards/share/forget-published.ts";
import { expireExports } from "#worker/features/exports/expire-exports.ts";
import { forgetShared } from "#worker/features/sources/forget-shared.ts";
import { clockOf } from "#worker/platform/clock.ts";
import { deleteOrganization } from "#worker/platform/deletion/delete-organization.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { purgeTenant } from "#worker/platform/purge.ts";
import { Job } from "./job.ts";

/** Runs queued work, message by message: one that fails is retried alone, and at last parked and told. */
export async function consumeJobs(batch: MessageBatch, env: Env): Promise<void> {
  const dead = batch.queue.endsWith("-dead");
  for (const message of batch.messages) {
    const job = Job.safeParse(message.body);
    if (dead || !job.success) {
      log("error", "job.parked", { id: message.id, attempts: message.attempts });
      message.ack();
      continue;
    }
    try {
      const wait = await runJob(env, job.data);
      if (wait === null) message.ack();
      else message.retry({ delaySeconds: Math.ceil(wait / 1000) });
    } catch (error) {
      log("warn", "job.failed", { id: message.id, kind: job.data.kind, error: String(error) });
      message.retry({ delaySeconds: Math.min(2 ** message.attempts, 300) });
    }
  }
}

/** Runs work and waits for what it put off: a job that is done leaves nothing behind. */
async function withDeferred(work: (defer: (late: Promise<unknown>) => void) => Promise<void>) {
  const late: Promise<unknown>[] = [];
  await work((one) => void late.push(one));
  await Promise.all(late);
}

/** @returns milliseconds until the job may go on, or null when it is done. */
async function runJob(env: Env, job: Job): Promise<number | null> {
  const clock = clockOf(env);
  if (job.kind === "organization.delete") {
    return deleteOrganization(env, clock, job.organizationId);
  }
  if (job.kind === "dashboard.send") {
    await withDeferred((defer) => sendSchedule({ env, clock, defer }, job.tenant, job));
    return null;
  }
  await purgeTenant(env, clock, job.tenant);
  await expireExports(env, clock, job.tenant);
  await reconcileBoards(env, job.tenant);
  await forgetFiles(env, clock, job.tenant);
  await forgetShared(env, clock, job.tenant);
  await forgetPublished(env, clock, job.tenant);
  return null;
}
