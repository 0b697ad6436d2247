import { fail } from "#domain/errors.ts";
import { findPublished } from "#worker/features/dashboards/share/published.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { organizationName, sendNow } from "#worker/platform/mail/send-now.ts";
import { openSchedule } from "./change-schedule.ts";
import { mailsToMembers } from "./write-mails.ts";

/** Sends the mail of a schedule to the caller alone. Errors: `dashboard.schedule_not_found`, `dashboard.not_published`. */
export async function trySchedule(ctx: Ctx, { id }: { id: string }): Promise<null> {
  const { row, dashboard, actor } = await openSchedule(ctx, id);
  const published = await findPublished(ctx, dashboard.id);
  if (!published) return fail("dashboard.not_published", { id: dashboard.id });
  const organization = await organizationName(ctx);
  const { computedAt } = published;
  const outgoing = { dashboard, organization, timing: row, computedAt };
  await sendNow(ctx, mailsToMembers(ctx, outgoing, [actor.userId]));
  return null;
}
