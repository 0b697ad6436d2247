import { and, eq } from "drizzle-orm";
import { nextRun } from "#domain/dashboards/schedule/next-run.ts";
import type { Sending } from "#domain/dashboards/schedule/model.ts";
import { findPublished } from "#worker/features/dashboards/share/published.ts";
import type { Clock } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { Env } from "#worker/platform/env.ts";
import { sendOnce } from "#worker/platform/mail/send-once.ts";
import { nameOfOrganization } from "#worker/platform/organizations.ts";
import { openAsSystem } from "#worker/platform/system-ctx.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { insert, type Write } from "#worker/platform/writes.ts";
import { findSchedule, outsidersOf } from "./read-schedules.ts";
import { dashboardSchedules, dashboardSendings } from "./schema.ts";
import { mailsOfSchedule } from "./write-mails.ts";

type Row = typeof dashboardSchedules.$inferSelect;

/** What was due at an instant is done: written down, and due again later. Done by somebody else meanwhile, it aborts. */
async function settle(ctx: Ctx, row: Row, due: string, sending: Sending): Promise<void> {
  const table = dashboardSchedules;
  const nextAt = new Date(nextRun(row, ctx.clock.now())).toISOString();
  const later: Write = {
    guarded: true,
    build: (db) =>
      db
        .update(table)
        .set({ nextAt })
        .where(and(eq(table.id, row.id), eq(table.nextAt, due))),
  };
  await commit(ctx, {
    writes: [later, insert(dashboardSendings, { scheduleId: row.id, ...sending })],
    events: [],
    answer: null,
  });
}

/**
 * Sends what a schedule owed at an instant (ISO UTC), once however often it is called: the mails carry the instant as their key, and the
 * schedule is due later only when they are written. What was changed, paused or deleted meanwhile is left alone.
 */
export async function sendSchedule(
  { env, clock, defer }: { env: Env; clock: Clock; defer: (work: Promise<unknown>) => void },
  tenant: TenantRef,
  { scheduleId, due }: { scheduleId: string; due: string },
): Promise<void> {
  const key = `schedule ${scheduleId} ${due}`;
  const act = { requestId: key, key, defer };
  const ctx: Ctx = { ...openAsSystem(env, tenant, act), clock, idempotency: null };
  const found = await findSchedule(ctx, scheduleId);
  if (!found || found.row.paused || found.row.nextAt !== due) return;
  const { row, dashboard } = found;
  const [published, outsiders, organization] = await Promise.all([
    findPublished(ctx, dashboard.id),
    outsidersOf(ctx, [scheduleId]),
    nameOfOrganization(env, tenant.organizationId),
  ]);
  const sending = { at: due, mails: 0, figuresAt: published?.computedAt ?? null };
  if (!published) return settle(ctx, row, due, { ...sending, outcome: "no_figures" });
  const outgoing = { dashboard, organization, timing: row, computedAt: published.computedAt };
  const mails = mailsOfSchedule(ctx, outgoing, row, outsiders);
  const written = mails.length === 0 ? 0 : await sendOnce(env, ctx, { key, mails });
  return settle(ctx, row, due, {
    ...sending,
    mails: written,
    outcome: written === 0 ? "nobody" : "sent",
  });
}
