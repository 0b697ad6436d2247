import type { Figures } from "#domain/dashboards/share/figures.ts";
import type { DashboardRecord } from "#domain/dashboards/model.ts";
import type { ScheduleRecord, Timing } from "#domain/dashboards/schedule/model.ts";
import { periodOf } from "#domain/dashboards/schedule/next-run.ts";
import type { MailContent, MailParams } from "#domain/mail/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { newMail, type Mail } from "#worker/platform/mail/mail.ts";
import type { dashboardOutsiders } from "./schema.ts";
import { outsiderKey } from "./outsiders.ts";

/** A dashboard whose figures go out. */
export interface Outgoing {
  dashboard: Pick<DashboardRecord, "id" | "workspaceId" | "title">;
  organization: string;
  timing: Timing;
  /** Of when the figures are. */
  computedAt: Figures["computedAt"];
}

type Outsider = Pick<typeof dashboardOutsiders.$inferSelect, "scheduleId" | "email" | "language">;

/** Still a member, with the key to read analyses, under an address that was confirmed: asked when the batch runs. */
export const READER = `u.id = ? AND u.email_verified_at IS NOT NULL AND EXISTS (
  SELECT 1 FROM memberships m JOIN role_permissions p ON p.role_id = m.role_id AND p.permission = 'analytics.read'
  WHERE m.user_id = u.id AND m.organization_id = ?)`;

function contentOf(
  ctx: Ctx,
  outgoing: Outgoing,
  outsider: string | null,
  member?: MailParams["dashboard_figures"]["member"],
): MailContent {
  const { dashboard, organization, timing, computedAt } = outgoing;
  const { id: dashboardId, workspaceId, title } = dashboard;
  const { organizationId } = ctx.tenant;
  const params = { organizationId, organization, dashboardId, workspaceId, title, outsider };
  const old = ctx.clock.now() - Date.parse(computedAt) > periodOf(timing);
  const told = {
    ...(member && { member }),
    computedAt,
    old,
    timeZone: timing.timeZone,
    filters: [],
  };
  return { kind: "dashboard_figures", params: { ...params, ...told } };
}

/** One mail to each of these members who may still read, in their own language; of a schedule, with what ends such mails. */
export function mailsToMembers(
  ctx: Ctx,
  outgoing: Outgoing,
  ids: readonly string[],
  scheduleId?: string,
): Mail[] {
  return ids.map((id) =>
    newMail(ctx.clock, {
      ...contentOf(ctx, outgoing, null, scheduleId ? { scheduleId, userId: id } : undefined),
      to: { where: READER, params: [id, ctx.tenant.organizationId] },
    }),
  );
}

/** One mail to each of these people without an account, with what ends such mails. */
function mailsToOutsiders(ctx: Ctx, outgoing: Outgoing, outsiders: readonly Outsider[]): Mail[] {
  return outsiders.map(({ scheduleId, email, language }) =>
    newMail(ctx.clock, {
      ...contentOf(ctx, outgoing, outsiderKey(scheduleId, email)),
      to: { email, language, userId: null },
    }),
  );
}

/** The mails of a schedule to all who get it: members by their ids, people without an account unless they ended it. */
export function mailsOfSchedule(
  ctx: Ctx,
  outgoing: Outgoing,
  { id, memberIds }: Pick<ScheduleRecord, "id" | "memberIds">,
  outsiders: readonly (Outsider & { unsubscribedAt: string | null })[],
): Mail[] {
  const wanting = outsiders.filter(({ unsubscribedAt }) => unsubscribedAt === null);
  return [
    ...mailsToMembers(ctx, outgoing, memberIds, id),
    ...mailsToOutsiders(ctx, outgoing, wanting),
  ];
}
