import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { SourceColumn, SourceRecord } from "#domain/sources/model.ts";

/** Table of data sources. */
export const dataSources = sqliteTable("data_sources", {
  id: text().primaryKey(),
  version: integer().notNull(),
  workspaceId: text("workspace_id").notNull(),
  kind: text().$type<SourceRecord["kind"]>().notNull(),
  title: text().notNull(),
  table: text("table_name").notNull(),
  columns: text({ mode: "json" }).$type<SourceColumn[]>().notNull(),
  rows: integer(),
  details: text({ mode: "json" }).$type<SourceRecord["details"]>().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  /** Set when the source was taken out: it is kept, so that this can be undone. */
  deletedAt: text("deleted_at"),
});
