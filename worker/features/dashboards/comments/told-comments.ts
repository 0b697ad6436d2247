import { eq, sql } from "drizzle-orm";
import { dashboards, widgets } from "#worker/features/dashboards/schema.ts";
import {
  excerptOf,
  notifications,
  ownNotices,
  type NoticeQuery,
  type Told,
} from "#worker/features/notifications/own-notices.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { dashboardComments } from "./schema.ts";

/**
 * What the caller was told of comments on dashboards; their first words unless the comment, its dashboard or its workspace was
 * deleted.
 */
export async function toldComments(ctx: Ctx, query: NoticeQuery): Promise<Told> {
  const { where, order, limit, unread } = ownNotices(ctx, query, "dashboardId");
  const { id, actorId, actorName, at, readAt } = notifications;
  const workspace = sql`FROM workspaces WHERE id = ${dashboards.workspaceId}`;
  const [rows, count] = await Promise.all([
    ctx.db
      .select({
        item: { id, actorId, actorName, at, readAt },
        commentId: dashboardComments.id,
        dashboardId: dashboards.id,
        dashboardTitle: dashboards.title,
        workspaceId: dashboards.workspaceId,
        workspaceTitle: sql<string>`(SELECT title ${workspace})`,
        widgetTitle: widgets.title,
        text: sql<string | null>`CASE WHEN ${dashboardComments.deletedAt} IS NULL
          AND ${dashboards.deletedAt} IS NULL AND (SELECT deleted_at ${workspace}) IS NULL
          THEN ${dashboardComments.text} END`,
      })
      .from(notifications)
      .innerJoin(dashboardComments, eq(dashboardComments.id, sql`${notifications.commentId}`))
      .innerJoin(dashboards, eq(dashboards.id, dashboardComments.dashboardId))
      .leftJoin(widgets, eq(widgets.id, sql`${dashboardComments.widgetId}`))
      .where(where)
      .orderBy(order)
      .limit(limit),
    unread,
  ]);
  const items = rows.map(({ item, text, ...about }) => ({
    ...item,
    ...about,
    subject: "dashboard" as const,
    kind: "mention" as const,
    excerpt: excerptOf(text),
  }));
  return { items, unread: count };
}
