import { defineEvents } from "#domain/events.ts";
import type { NoteRecord } from "./model.ts";

/** What happens to notes. Audit, live lists and search follow from it. */
export const noteEvent = defineEvents<NoteRecord, "created" | "updated" | "deleted" | "restored">({
  entity: "note",
  topic: "notes",
  permission: "notes.read",
  actions: ["created", "updated", "deleted", "restored"],
  edits: ["updated"],
  silent: ["id", "createdAt", "updatedAt"],
  search: (note) => ({
    title: note.title,
    subtitle: note.heldOn,
    body: note.body,
    href: `/notes/${note.id}`,
  }),
});
