import { scheduleEvent } from "#domain/dashboards/schedule/events.ts";
import { fail } from "#domain/errors.ts";
import { findPublished } from "#worker/features/dashboards/share/published.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { organizationName, sendNow } from "#worker/platform/mail/send-now.ts";
import { openSchedule, toldOf } from "./change-schedule.ts";
import { mailsToMembers } from "./write-mails.ts";

/** Sends the mail of a schedule to the caller alone. Errors: `dashboard.schedule_not_found`, `dashboard.not_published`. */
export async function trySchedule(ctx: Ctx, { id }: { id: string }): Promise<null> {
  const { row, dashboard, outsiders, actor } = await openSchedule(ctx, id);
  const published = await findPublished(ctx, dashboard.id);
  if (!published) return fail("dashboard.not_published", { id: dashboard.id });
  const organization = await organizationName(ctx);
  const { computedAt } = published;
  const outgoing = { dashboard, organization, timing: row, computedAt };
  await sendNow(ctx, mailsToMembers(ctx, outgoing, [actor.userId]));
  const told = toldOf(row, dashboard.title, outsiders.length);
  return commit(ctx, {
    writes: [],
    events: [scheduleEvent("tried", { before: told, after: told })],
    answer: null,
  });
}
