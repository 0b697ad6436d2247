import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Published } from "#domain/dashboards/share/model.ts";

/** Table of what is published; `id` is the dashboard's. */
export const dashboardFigures = sqliteTable("dashboard_figures", {
  id: text().primaryKey(),
  version: integer().notNull(),
  file: text().notNull(),
  /** What was published before: mails may be on their way with it. */
  previousFile: text("previous_file"),
  widgets: text({ mode: "json" }).$type<Published["widgets"]>().notNull(),
  basis: text().notNull(),
  digest: text().notNull(),
  keepCurrent: integer("keep_current", { mode: "boolean" }).notNull(),
  bytes: integer().notNull(),
  computedAt: text("computed_at").notNull(),
  publishedBy: text("published_by").notNull(),
  publishedAt: text("published_at").notNull(),
});

/** Table of public links. */
export const dashboardLinks = sqliteTable("dashboard_links", {
  id: text().primaryKey(),
  version: integer().notNull(),
  dashboardId: text("dashboard_id").notNull(),
  tokenHash: text("token_hash").notNull(),
  expiresAt: text("expires_at"),
  passwordHash: text("password_hash"),
  passwordSetAt: text("password_set_at"),
  revokedAt: text("revoked_at"),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  opens: integer().notNull(),
  openedAt: text("opened_at"),
});
