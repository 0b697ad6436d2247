import { REMINDER_DAYS } from "#domain/organization/deletion-rules.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { isoNow, type Clock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import { mailsTo, ownersOf } from "#worker/platform/mail/owners.ts";

const DAY = 86_400_000;

interface Due {
  id: string;
  name: string;
  by: string;
  dueAt: string;
}

/**
 * What cron does about deletions: reminds owners shortly before the end, and begins those whose waiting period is over.
 * @returns the organizations whose deletion is under way: the caller hands each to a job.
 */
export async function sweepDeletions(env: Env, clock: Clock): Promise<string[]> {
  const control = env.CONTROL_DB;
  const soon = new Date(clock.now() + REMINDER_DAYS * DAY).toISOString();
  const reminded = await control
    .prepare(
      `SELECT o.id, o.name, u.name AS by, d.due_at AS dueAt FROM organization_deletions d
       JOIN organizations o ON o.id = d.organization_id JOIN users u ON u.id = d.asked_by
       WHERE d.due_at <= ? AND d.due_at > ? AND d.reminded_at IS NULL AND d.started_at IS NULL`,
    )
    .bind(soon, isoNow(clock))
    .all<Due>();
  for (const due of reminded.results) {
    await remind(env, clock, due).catch((error: unknown) =>
      log("error", "deletion.not_reminded", { organizationId: due.id, error: String(error) }),
    );
  }
  await control
    .prepare(
      "UPDATE organization_deletions SET started_at = ?1 WHERE due_at <= ?1 AND started_at IS NULL",
    )
    .bind(isoNow(clock))
    .run();
  const started = await control
    .prepare(
      "SELECT organization_id AS id FROM organization_deletions WHERE started_at IS NOT NULL",
    )
    .all<{ id: string }>();
  return started.results.map(({ id }) => id);
}

async function remind(env: Env, clock: Clock, { id, name, by, dueAt }: Due): Promise<void> {
  const params = { organizationId: id, organization: name, by, dueAt };
  const work: Promise<unknown>[] = [];
  const scope = {
    env,
    clock,
    requestId: "",
    address: null,
    request: null,
    control: env.CONTROL_DB,
    origin: env.APP_ORIGIN ?? "",
    defer: (one: Promise<unknown>) => void work.push(one),
  };
  const owners = await ownersOf(controlDb(scope), id);
  await commitControl(publicScope(scope), {
    writes: [
      guarded(
        "stale",
        "UPDATE organization_deletions SET reminded_at = ? WHERE organization_id = ? AND reminded_at IS NULL",
        isoNow(clock),
        id,
      ),
    ],
    mails: mailsTo(clock, owners, { kind: "deletion_reminder", params }),
    answer: null,
  });
  await Promise.all(work);
}
