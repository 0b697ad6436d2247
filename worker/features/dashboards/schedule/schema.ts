import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Sending, Timing } from "#domain/dashboards/schedule/model.ts";
import type { Language } from "#domain/i18n/texts.ts";

/** Table of schedules. */
export const dashboardSchedules = sqliteTable("dashboard_schedules", {
  id: text().primaryKey(),
  version: integer().notNull(),
  dashboardId: text("dashboard_id").notNull(),
  frequency: text({ mode: "json" }).$type<Timing["frequency"]>().notNull(),
  hour: integer().notNull(),
  timeZone: text("time_zone").notNull(),
  memberIds: text("member_ids", { mode: "json" }).$type<string[]>().notNull(),
  paused: integer({ mode: "boolean" }).notNull(),
  nextAt: text("next_at").notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  deletedAt: text("deleted_at"),
});

/** Table of people without an account who get mails; `gone`: taken off the schedule, while their wish is kept. */
export const dashboardOutsiders = sqliteTable(
  "dashboard_outsiders",
  {
    scheduleId: text("schedule_id").notNull(),
    email: text().notNull(),
    language: text().$type<Language>().notNull(),
    tokenHash: text("token_hash").notNull(),
    gone: integer({ mode: "boolean" }).notNull(),
    unsubscribedAt: text("unsubscribed_at"),
  },
  (table) => [primaryKey({ columns: [table.scheduleId, table.email] })],
);

/** Table of what was sent. */
export const dashboardSendings = sqliteTable(
  "dashboard_sendings",
  {
    scheduleId: text("schedule_id").notNull(),
    at: text().notNull(),
    outcome: text().$type<Sending["outcome"]>().notNull(),
    mails: integer().notNull(),
    figuresAt: text("figures_at"),
  },
  (table) => [primaryKey({ columns: [table.scheduleId, table.at] })],
);
