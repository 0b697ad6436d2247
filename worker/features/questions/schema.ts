import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { BuiltQuery } from "#domain/analytics/builder/model.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { Assumption } from "#domain/questions/model.ts";

/** Table of saved questions. */
export const questions = sqliteTable("questions", {
  id: text().primaryKey(),
  version: integer().notNull(),
  workspaceId: text("workspace_id").notNull(),
  title: text().notNull(),
  question: text().notNull(),
  sql: text().notNull(),
  sourceIds: text("source_ids", { mode: "json" }).$type<string[]>().notNull(),
  chart: text({ mode: "json" }).$type<ChartSpec>(),
  /** The parts that the SQL was compiled of. */
  built: text({ mode: "json" }).$type<BuiltQuery>(),
  answer: text().notNull(),
  assumptions: text({ mode: "json" }).$type<Assumption[]>().notNull(),
  verified: integer({ mode: "boolean" }).notNull(),
  language: text().$type<"fr" | "en">().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  /** Set when the question was deleted: it is kept, so that deleting can be undone. */
  deletedAt: text("deleted_at"),
});
