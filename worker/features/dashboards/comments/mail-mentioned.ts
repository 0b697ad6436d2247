import type { DashboardCommentRecord } from "#domain/dashboards/comments/model.ts";
import type { DashboardRecord } from "#domain/dashboards/model.ts";
import { plainText } from "#domain/boards/plain-text.ts";
import { newMail } from "#worker/platform/mail/mail.ts";
import { organizationName, sendNow } from "#worker/platform/mail/send-now.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { READER } from "#worker/features/dashboards/schedule/write-mails.ts";

/** So many signs of a comment are enough to know what it is about. */
const EXCERPT = 300;

/** Mails those whom a comment calls by name, as far as their address is confirmed. */
export async function mailMentioned(
  ctx: Ctx,
  said: {
    dashboard: DashboardRecord;
    comment: DashboardCommentRecord;
    called: readonly string[];
  },
): Promise<void> {
  const { dashboard, comment, called } = said;
  if (called.length === 0) return;
  const [actor, organization] = await Promise.all([ctx.actor(), organizationName(ctx)]);
  const { organizationId } = ctx.tenant;
  const { id: dashboardId, workspaceId, title } = dashboard;
  const excerpt = plainText(comment.text).slice(0, EXCERPT);
  const where = { organizationId, organization, dashboardId, workspaceId, commentId: comment.id };
  const mails = called.map((id) =>
    newMail(ctx.clock, {
      kind: "dashboard_mention",
      params: { ...where, title, excerpt, by: actor.name },
      to: { where: READER, params: [id, organizationId] },
    }),
  );
  await sendNow(ctx, mails);
}
