import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ViewConfig } from "#domain/boards/view-config.ts";

/** Saved views of boards. */
export const boardViews = sqliteTable("board_views", {
  id: text().primaryKey(),
  version: integer().notNull(),
  boardId: text("board_id").notNull(),
  ownerId: text("owner_id").notNull(),
  name: text().notNull(),
  shared: integer({ mode: "boolean" }).notNull(),
  config: text({ mode: "json" }).$type<ViewConfig>().notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  deletedAt: text("deleted_at"),
});

/** The view that a board opens with, by person. */
export const boardViewDefaults = sqliteTable(
  "board_view_defaults",
  {
    userId: text("user_id").notNull(),
    boardId: text("board_id").notNull(),
    viewId: text("view_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.boardId] })],
);
