import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CATEGORIES, PRIORITIES } from "#domain/boards/model.ts";

/** Boards: the only table of this feature that `commit` writes. */
export const boards = sqliteTable("boards", {
  id: text().primaryKey(),
  version: integer().notNull(),
  title: text().notNull(),
  prefix: text().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  archivedAt: text("archived_at"),
});

/** Projection of columns, written by the board's object. */
export const boardColumns = sqliteTable("board_columns", {
  id: text().notNull(),
  boardId: text("board_id").notNull(),
  name: text().notNull(),
  category: text({ enum: CATEGORIES }).notNull(),
  archived: integer({ mode: "boolean" }).notNull(),
});

/** Projection of comments, written by the board's object. */
export const comments = sqliteTable("comments", {
  id: text().notNull(),
  boardId: text("board_id").notNull(),
  text: text().notNull(),
  deleted: integer({ mode: "boolean" }).notNull(),
});

/** Projection of cards, written by the board's object. Lists, search and reports read it. */
export const tasks = sqliteTable("tasks", {
  id: text().notNull(),
  boardId: text("board_id").notNull(),
  srcVersion: integer("src_version").notNull(),
  number: integer().notNull(),
  columnId: text("column_id").notNull(),
  title: text().notNull(),
  description: text().notNull(),
  priority: text({ enum: PRIORITIES }).notNull(),
  dueOn: text("due_on"),
  clientId: text("client_id"),
  tags: text({ mode: "json" }).$type<string[]>().notNull(),
  assigneeIds: text("assignee_ids", { mode: "json" }).$type<string[]>().notNull(),
  /** A colour, or the id of a picture among its files. */
  cover: text(),
  checksDone: integer("checks_done").notNull(),
  checks: integer().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  archived: integer({ mode: "boolean" }).notNull(),
  deleted: integer({ mode: "boolean" }).notNull(),
  /** As which card of another board it went on (`board/card`). */
  movedTo: text("moved_to"),
});
