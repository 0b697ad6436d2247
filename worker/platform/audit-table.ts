import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FieldChange } from "#domain/events.ts";

/** What `commit` writes of every change. Never updated, never deleted. */
export const audit = sqliteTable("audit", {
  id: integer().primaryKey(),
  at: text().notNull(),
  actorId: text("actor_id").notNull(),
  action: text().notNull(),
  entity: text().notNull(),
  entityId: text("entity_id").notNull(),
  changes: text({ mode: "json" }).$type<FieldChange[]>().notNull(),
});
