import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { VersionContent } from "#domain/dashboards/version.ts";
import type { DashboardRecord, WidgetRecord } from "#domain/dashboards/model.ts";

const life = {
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  /** Set when it was deleted: it is kept, so that deleting can be undone. */
  deletedAt: text("deleted_at"),
};

/** Table of dashboards. */
export const dashboards = sqliteTable("dashboards", {
  id: text().primaryKey(),
  version: integer().notNull(),
  workspaceId: text("workspace_id").notNull(),
  title: text().notNull(),
  parameters: text({ mode: "json" }).$type<DashboardRecord["parameters"]>().notNull(),
  ...life,
});

/** Table of widgets. */
export const widgets = sqliteTable("widgets", {
  id: text().primaryKey(),
  version: integer().notNull(),
  dashboardId: text("dashboard_id").notNull(),
  title: text().notNull(),
  kind: text().$type<WidgetRecord["kind"]>().notNull(),
  sql: text().notNull(),
  text: text().notNull(),
  sourceIds: text("source_ids", { mode: "json" }).$type<string[]>().notNull(),
  chart: text({ mode: "json" }).$type<WidgetRecord["chart"]>(),
  layout: text({ mode: "json" }).$type<WidgetRecord["layout"]>().notNull(),
  ...life,
});

/** Table of how dashboards were. */
export const dashboardVersions = sqliteTable("dashboard_versions", {
  id: text().primaryKey(),
  dashboardId: text("dashboard_id").notNull(),
  content: text({ mode: "json" }).$type<VersionContent>().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  name: text().notNull(),
  changes: integer().notNull(),
});
