import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { DashboardCommentRecord } from "#domain/dashboards/comments/model.ts";

/** Table of comments. */
export const dashboardComments = sqliteTable("dashboard_comments", {
  id: text().primaryKey(),
  version: integer().notNull(),
  dashboardId: text("dashboard_id").notNull(),
  widgetId: text("widget_id"),
  text: text().notNull(),
  mentions: text({ mode: "json" }).$type<DashboardCommentRecord["mentions"]>().notNull(),
  resolvedAt: text("resolved_at"),
  resolvedBy: text("resolved_by"),
  editedAt: text("edited_at"),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  deletedAt: text("deleted_at"),
});

/** Table of up to when people have read; `id` is person and dashboard. */
export const commentReads = sqliteTable("dashboard_comment_reads", {
  id: text().primaryKey(),
  userId: text("user_id").notNull(),
  dashboardId: text("dashboard_id").notNull(),
  readAt: text("read_at").notNull(),
});
