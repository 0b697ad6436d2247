import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import { NOTICE_KINDS } from "#domain/boards/notice.ts";

/** What people are told of. Projections write it, their readers mark it. */
export const notifications = sqliteTable("notifications", {
  id: text().primaryKey(),
  userId: text("user_id").notNull(),
  kind: text({ enum: NOTICE_KINDS }).notNull(),
  boardId: text("board_id").notNull(),
  cardId: text("card_id").notNull(),
  commentId: text("comment_id"),
  actorId: text("actor_id").notNull(),
  actorName: text("actor_name").notNull(),
  at: text().notNull(),
  readAt: text("read_at"),
});
