import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ActorKind } from "#domain/audit/model.ts";
import type { FieldChange } from "#domain/events.ts";

/** What `commit` writes of every change. Never updated; deleted by retention alone. */
export const audit = sqliteTable("audit", {
  id: integer().primaryKey(),
  at: text().notNull(),
  actorId: text("actor_id").notNull(),
  actorName: text("actor_name").notNull(),
  actorKind: text("actor_kind").$type<ActorKind>().notNull(),
  action: text().notNull(),
  entity: text().notNull(),
  entityId: text("entity_id").notNull(),
  label: text().notNull(),
  containerId: text("container_id"),
  changes: text({ mode: "json" }).$type<FieldChange[]>().notNull(),
  requestId: text("request_id").notNull(),
  address: text(),
});
