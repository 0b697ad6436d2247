import { and, desc, eq, isNotNull, isNull, lt, type SQL } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { z } from "zod";
import { NOTICE_KINDS } from "#domain/boards/notice.ts";
import { plainText } from "#domain/boards/plain-text.ts";
import type { listNotifications } from "#domain/notifications/api.ts";
import type { NotificationView } from "#domain/notifications/model.ts";
import type { Ctx } from "#worker/platform/context.ts";

/**
 * What people are told of: a card of a board, or a comment on a dashboard. Boards' projections and comments write it, its
 * readers mark it.
 */
export const notifications = sqliteTable("notifications", {
  id: text().primaryKey(),
  source: text().notNull(),
  userId: text("user_id").notNull(),
  kind: text({ enum: NOTICE_KINDS }).notNull(),
  boardId: text("board_id"),
  cardId: text("card_id"),
  dashboardId: text("dashboard_id"),
  commentId: text("comment_id"),
  actorId: text("actor_id").notNull(),
  actorName: text("actor_name").notNull(),
  at: text().notNull(),
  readAt: text("read_at"),
});

/** What is asked of the list. */
export type NoticeQuery = z.output<typeof listNotifications.query>;

/** What one feature tells the caller of: a page and one more, last first, and how many are unread in all. */
export interface Told {
  items: NotificationView[];
  unread: number;
}

/** So many signs of a comment are enough to know it again. */
const EXCERPT = 160;

/** The first words of a comment, as plain text. */
export function excerptOf(markdown: string | null): string | null {
  return markdown === null ? null : plainText(markdown).slice(0, EXCERPT);
}

/** The caller's own notifications about one kind of subject: which they are, in which order, and how many are unread. */
export function ownNotices(ctx: Ctx, query: NoticeQuery, subject: "boardId" | "dashboardId") {
  const { id, userId, readAt } = notifications;
  const own = and(eq(userId, ctx.userId), isNotNull(notifications[subject]));
  const where: SQL | undefined = and(
    own,
    query.cursor ? lt(id, query.cursor) : undefined,
    query.state === "unread" ? isNull(readAt) : undefined,
  );
  const unread = ctx.db.$count(notifications, and(own, isNull(readAt)));
  return { where, order: desc(id), limit: query.limit + 1, unread };
}
