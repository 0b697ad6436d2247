import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { EXPORT_FAULTS, EXPORT_STATES } from "#domain/exports/model.ts";

export const exports = sqliteTable("exports", {
  id: text().primaryKey(),
  version: integer().notNull(),
  state: text({ enum: EXPORT_STATES }).notNull(),
  startedBy: text("started_by").notNull(),
  startedByName: text("started_by_name").notNull(),
  startedAt: text("started_at").notNull(),
  finishedAt: text("finished_at"),
  expiresAt: text("expires_at"),
  size: integer(),
  rows: integer(),
  files: integer(),
  fault: text({ enum: EXPORT_FAULTS }),
});

export type ExportRow = typeof exports.$inferSelect;
