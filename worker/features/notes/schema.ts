import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Table of notes. */
export const notes = sqliteTable("notes", {
  id: text().primaryKey(),
  version: integer().notNull(),
  title: text().notNull(),
  heldOn: text("held_on").notNull(),
  clientId: text("client_id"),
  peopleIds: text("people_ids", { mode: "json" }).$type<string[]>().notNull(),
  body: text().notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  /** Set when the note was deleted: it is kept, so that deleting can be undone. */
  deletedAt: text("deleted_at"),
});
