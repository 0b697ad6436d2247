import { and, eq, isNull } from "drizzle-orm";
import { dashboardCommentEvent } from "#domain/dashboards/comments/events.ts";
import type {
  DashboardCommentChanges,
  DashboardCommentInput,
  DashboardCommentRecord,
  DashboardCommentView,
} from "#domain/dashboards/comments/model.ts";
import type { DashboardRecord } from "#domain/dashboards/model.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { dashboardKind, widgetKind } from "#worker/features/dashboards/kinds.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { insert, update } from "#worker/platform/writes.ts";
import { commentKind, commentView } from "./kind.ts";
import { mailMentioned } from "./mail-mentioned.ts";
import { dashboardComments } from "./schema.ts";

/** Comments of one dashboard that stand. */
const MOST = 500;

/** Whoever is called by name now and was not before. */
const newlyCalled = (before: readonly { id: string }[], after: readonly { id: string }[]) =>
  after.filter(({ id }) => !before.some((one) => one.id === id)).map(({ id }) => id);

async function tell(
  ctx: Ctx,
  dashboard: DashboardRecord,
  { text }: Pick<DashboardCommentRecord, "text">,
  called: readonly string[],
): Promise<void> {
  if (called.length > 0) await mailMentioned(ctx, { dashboard, text, called });
}

/** Errors: `dashboard.not_found`, `dashboard.foreign_widget`, `dashboard.too_many_comments`. */
export async function createDashboardComment(
  ctx: Ctx,
  { id: dashboardId, ...input }: DashboardCommentInput & { id: string },
): Promise<DashboardCommentView> {
  const { widgetId, mentions } = input;
  const standing = ctx.db.$count(
    dashboardComments,
    and(eq(dashboardComments.dashboardId, dashboardId), isNull(dashboardComments.deletedAt)),
  );
  const [dashboard, widget, count, actor] = await Promise.all([
    findRecord(ctx, dashboardKind, dashboardId),
    widgetId === null ? null : findRecord(ctx, widgetKind, widgetId),
    standing,
    ctx.actor(),
  ]);
  if (!dashboard) return fail("dashboard.not_found", { id: dashboardId });
  if (widgetId !== null && widget?.dashboardId !== dashboardId) fail("dashboard.foreign_widget");
  if (count >= MOST) return fail("dashboard.too_many_comments", { most: MOST });
  const now = isoNow(ctx.clock);
  const record: DashboardCommentRecord = {
    ...input,
    id: newId("dcm", ctx.clock.now()),
    version: 1,
    dashboardId,
    resolvedAt: null,
    resolvedBy: null,
    editedAt: null,
    createdBy: actor.userId,
    createdAt: now,
    updatedAt: now,
  };
  const answer = await commit(ctx, {
    writes: [insert(dashboardComments, record)],
    events: [dashboardCommentEvent("created", { before: null, after: record })],
    answer: commentView(record, actor),
  });
  await tell(ctx, dashboard, record, newlyCalled([], mentions));
  return answer;
}

/** Errors: `dashboard.comment_not_found`, `dashboard.comment_of_another`, `conflict.version`. */
export async function updateDashboardComment(
  ctx: Ctx,
  { id, version, changes }: { id: string; version: number; changes: DashboardCommentChanges },
): Promise<DashboardCommentView> {
  const [found, actor] = await Promise.all([findRecord(ctx, commentKind, id), ctx.actor()]);
  const before = found ?? fail("dashboard.comment_not_found", { id });
  const { text = before.text, mentions = before.mentions, resolved } = changes;
  const words = changes.text !== undefined || changes.mentions !== undefined;
  if (words && before.createdBy !== actor.userId) fail("dashboard.comment_of_another", { id });
  if (before.version !== version) {
    return fail("conflict.version", { current: commentView(before, actor) });
  }
  const now = isoNow(ctx.clock);
  const settled =
    resolved === undefined
      ? {}
      : { resolvedAt: resolved ? now : null, resolvedBy: resolved ? actor.userId : null };
  const edited = text === before.text ? {} : { editedAt: now };
  const set = { text, mentions, ...settled, ...edited, updatedAt: now };
  const after: DashboardCommentRecord = { ...before, ...set, version: before.version + 1 };
  const answer = await commit(ctx, {
    writes: [update(dashboardComments, before, set)],
    events: [dashboardCommentEvent("updated", { before, after })],
    answer: commentView(after, actor),
  });
  const dashboard = await findRecord(ctx, dashboardKind, before.dashboardId);
  if (dashboard) await tell(ctx, dashboard, after, newlyCalled(before.mentions, mentions));
  return answer;
}
