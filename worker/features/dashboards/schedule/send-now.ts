import { scheduleEvent } from "#domain/dashboards/schedule/events.ts";
import type { ScheduleView, Sending } from "#domain/dashboards/schedule/model.ts";
import { fail } from "#domain/errors.ts";
import { findPublished } from "#worker/features/dashboards/share/published.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import { RAW, type Ctx } from "#worker/platform/context.ts";
import { organizationName } from "#worker/platform/mail/send-now.ts";
import { sendOnce } from "#worker/platform/mail/send-once.ts";
import { insert } from "#worker/platform/writes.ts";
import { openSchedule, toldOf } from "./change-schedule.ts";
import { scheduleView } from "./read-schedules.ts";
import { dashboardSendings } from "./schema.ts";
import { mailsOfSchedule } from "./write-mails.ts";

/** Between two mails of one schedule to the same people, by hand or by the clock. */
const APART_MS = 10 * 60_000;

/**
 * Sends the mail of a schedule to all who get it, beside its clock, which goes on as before. Errors: `dashboard.schedule_not_found`,
 * `dashboard.not_published`, `request.rate_limited` within ten minutes of the one before.
 */
export async function sendScheduleNow(ctx: Ctx, { id }: { id: string }): Promise<ScheduleView> {
  const { row, dashboard, outsiders, sendings } = await openSchedule(ctx, id);
  const now = ctx.clock.now();
  const last = Math.max(0, ...sendings.filter(went).map(({ at }) => Date.parse(at)));
  if (now - last < APART_MS) {
    const seconds = Math.ceil((last + APART_MS - now) / 1000);
    return fail("request.rate_limited", { seconds }, { "retry-after": String(seconds) });
  }
  const published = await findPublished(ctx, dashboard.id);
  if (!published) return fail("dashboard.not_published", { id: dashboard.id });
  const organization = await organizationName(ctx);
  const { computedAt } = published;
  const mails = mailsOfSchedule(
    ctx,
    { dashboard, organization, timing: row, computedAt },
    row,
    outsiders,
  );
  // Two people who press at once, and a request that is sent again, are one: the key is that of the last sending.
  const key = `schedule ${id} after ${last}`;
  const written = mails.length === 0 ? 0 : await sendOnce(ctx[RAW].env, ctx, { key, mails });
  const sending: Sending = {
    at: isoNow(ctx.clock),
    outcome: written === 0 ? "nobody" : "sent",
    mails: written,
    figuresAt: computedAt,
  };
  const told = toldOf(row, dashboard.title, outsiders.length);
  return commit(ctx, {
    writes: [insert(dashboardSendings, { scheduleId: id, ...sending })],
    events: [scheduleEvent("sent", { before: told, after: { ...told, mails: written } })],
    answer: scheduleView(row, outsiders, [sending, ...sendings]),
  });
}

const went = ({ outcome }: Sending): boolean => outcome === "sent";
