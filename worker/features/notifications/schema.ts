import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { NOTICE_KINDS } from "#domain/boards/notice.ts";

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
