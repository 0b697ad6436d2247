import type { DashboardRecord } from "#domain/dashboards/model.ts";
import { plainText } from "#domain/boards/plain-text.ts";
import { newMail } from "#worker/platform/mail/mail.ts";
import { organizationName, sendNow } from "#worker/platform/mail/send-now.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { READER } from "#worker/features/dashboards/schedule/write-mails.ts";

/** So many signs of a comment are enough to know what it is about. */
const EXCERPT = 300;

/** Mails whoever is called by name in a comment, as far as they may read it; never whoever wrote it. */
export async function mailMentioned(
  ctx: Ctx,
  said: { dashboard: DashboardRecord; text: string; called: readonly string[] },
): Promise<void> {
  const { dashboard, text, called } = said;
  const [actor, organization] = await Promise.all([ctx.actor(), organizationName(ctx)]);
  const { organizationId } = ctx.tenant;
  const { id: dashboardId, workspaceId, title } = dashboard;
  const excerpt = plainText(text).slice(0, EXCERPT);
  const params = { organizationId, organization, dashboardId, workspaceId, title, excerpt };
  const mails = called
    .filter((id) => id !== actor.userId)
    .map((id) =>
      newMail(ctx.clock, {
        kind: "dashboard_mention",
        params: { ...params, by: actor.name },
        to: { where: READER, params: [id, organizationId] },
      }),
    );
  if (mails.length > 0) await sendNow(ctx, mails);
}
