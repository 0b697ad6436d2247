import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { defineEvents } from "#domain/events.ts";
import type { TestOrganization } from "./testing.ts";

/** A small record for the platform's own tests, in a table that only test organizations have. */
export const notes = sqliteTable("test_notes", {
  id: text().primaryKey(),
  version: integer().notNull(),
  title: text().notNull(),
  secret: text().notNull(),
});

/** A row of `test_notes`. */
export interface Note {
  id: string;
  version: number;
  title: string;
  secret: string;
}

export const noteEvent = defineEvents<Note, "created" | "updated">({
  entity: "note",
  topic: "notes",
  permission: "clients.read",
  actions: ["created", "updated"],
  secrets: ["secret"],
  search: (note) => ({ title: note.title, subtitle: "", body: "", href: `/notes/${note.id}` }),
});

/** Adds the table to an organization's database. */
export async function addNotes(organization: TestOrganization): Promise<void> {
  await organization.db
    .prepare(
      "CREATE TABLE test_notes (id TEXT PRIMARY KEY, version INTEGER NOT NULL, title TEXT NOT NULL, secret TEXT NOT NULL) STRICT",
    )
    .run();
}
