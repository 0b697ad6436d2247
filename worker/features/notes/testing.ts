import { NoteInput, type NoteView } from "#domain/notes/model.ts";
import type { TestPerson } from "#worker/platform/testing.ts";
import { createNote } from "./create-note.ts";

/** Adds a note with these fields, as this person would. */
export function addNote(
  person: TestPerson,
  fields: Partial<NoteInput> & { title: string },
): Promise<NoteView> {
  return createNote(
    person.ctx("notes.write"),
    NoteInput.parse({ heldOn: "2026-11-20", ...fields }),
  );
}
