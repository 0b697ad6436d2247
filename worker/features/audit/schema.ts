import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ActorKind } from "#domain/audit/model.ts";

/** Who read what is sensitive: written by worker/platform/audit/note-access.ts. */
export const accessLog = sqliteTable("access_log", {
  id: integer().primaryKey(),
  at: text().notNull(),
  actorId: text("actor_id").notNull(),
  actorName: text("actor_name").notNull(),
  actorKind: text("actor_kind").$type<ActorKind>().notNull(),
  action: text().notNull(),
  detail: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
  requestId: text("request_id").notNull(),
  address: text(),
});

/** How long the logs are kept, in days: one row. */
export const retentionPolicy = sqliteTable("retention_policy", {
  id: text().primaryKey(),
  version: integer().notNull(),
  auditDays: integer("audit_days").notNull(),
  accessDays: integer("access_days").notNull(),
});
