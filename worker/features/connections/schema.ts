import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Catalogue } from "#domain/connections/catalogue.ts";

/** Databases of the firm. Passwords are sealed; a deleted row has none. */
export const connections = sqliteTable("connections", {
  id: text().primaryKey(),
  version: integer().notNull(),
  name: text().notNull(),
  kind: text({ enum: ["postgres", "mysql"] }).notNull(),
  host: text().notNull(),
  port: integer().notNull(),
  database: text().notNull(),
  user: text().notNull(),
  password: text(),
  passwordSetAt: text("password_set_at").notNull(),
  tls: text({ enum: ["verified", "off"] }).notNull(),
  writerAccepted: integer("writer_accepted", { mode: "boolean" }).notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  deletedAt: text("deleted_at"),
});

/** What was last found in each. */
export const connectionCatalogues = sqliteTable("connection_catalogues", {
  connectionId: text("connection_id").primaryKey(),
  readAt: text("read_at"),
  body: text({ mode: "json" }).$type<Omit<Catalogue, "readAt">>(),
});

/** A row of it. */
export type ConnectionRow = typeof connections.$inferSelect;
