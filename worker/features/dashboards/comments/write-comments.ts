import { and, eq, isNull } from "drizzle-orm";
import { dashboardCommentEvent } from "#domain/dashboards/comments/events.ts";
import type {
  DashboardCommentChanges,
  DashboardCommentInput,
  DashboardCommentRecord,
  DashboardCommentView,
} from "#domain/dashboards/comments/model.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { dashboardKind, widgetKind } from "#worker/features/dashboards/kinds.ts";
import { tellMentioned } from "#worker/features/notifications/tell-mentioned.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { insert, update } from "#worker/platform/writes.ts";
import { commentKind, commentView } from "./kind.ts";
import { mailMentioned } from "./mail-mentioned.ts";
import { readersAmong } from "./readers.ts";
import { dashboardComments } from "./schema.ts";

/** Comments of one dashboard that stand. */
const MOST = 500;

type Called = DashboardCommentRecord["mentions"];

/** Whoever is called by name now and was not before, may read it, and did not write it. */
function newlyCalled(ctx: Ctx, before: Called, after: Called): Promise<string[]> {
  const fresh = after.filter(({ id }) => !before.some((one) => one.id === id));
  const ids = fresh.map(({ id }) => id).filter((id) => id !== ctx.userId);
  return readersAmong(ctx, [...new Set(ids)]);
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
  const [dashboard, widget, count, actor, called] = await Promise.all([
    findRecord(ctx, dashboardKind, dashboardId),
    widgetId === null ? null : findRecord(ctx, widgetKind, widgetId),
    standing,
    ctx.actor(),
    newlyCalled(ctx, [], mentions),
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
    writes: [insert(dashboardComments, record), ...tellMentioned(ctx, actor, record, called)],
    events: [dashboardCommentEvent("created", { before: null, after: record })],
    answer: commentView(record, actor),
  });
  await mailMentioned(ctx, { dashboard, comment: record, called });
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
  const called = await newlyCalled(ctx, before.mentions, mentions);
  const answer = await commit(ctx, {
    writes: [update(dashboardComments, before, set), ...tellMentioned(ctx, actor, after, called)],
    events: [dashboardCommentEvent("updated", { before, after })],
    answer: commentView(after, actor),
  });
  const dashboard = called.length > 0 && (await findRecord(ctx, dashboardKind, before.dashboardId));
  if (dashboard) await mailMentioned(ctx, { dashboard, comment: after, called });
  return answer;
}
