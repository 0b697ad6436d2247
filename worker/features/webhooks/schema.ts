import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { PauseReason } from "#domain/webhooks/model.ts";

/** Where committed events are sent. Secrets are sealed; a deleted row has none. */
export const webhookEndpoints = sqliteTable("webhook_endpoints", {
  id: text().primaryKey(),
  version: integer().notNull(),
  url: text().notNull(),
  description: text().notNull(),
  types: text({ mode: "json" }).$type<string[]>().notNull(),
  /** Read keys that whoever saved it last held. */
  permissions: text({ mode: "json" }).$type<string[]>().notNull(),
  state: text({ enum: ["active", "paused"] }).notNull(),
  pausedReason: text("paused_reason").$type<PauseReason>(),
  pausedAt: text("paused_at"),
  secret: text(),
  previousSecret: text("previous_secret"),
  previousUntil: text("previous_until"),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  deletedAt: text("deleted_at"),
});

/** A row of it. */
export type WebhookRow = typeof webhookEndpoints.$inferSelect;
