import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Table of workspaces. */
export const workspaces = sqliteTable("workspaces", {
  id: text().primaryKey(),
  version: integer().notNull(),
  title: text().notNull(),
  description: text().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  /** Set when the workspace was deleted: it is kept with all that it holds, so that deleting can be undone. */
  deletedAt: text("deleted_at"),
});
