import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { defineRoute } from "#domain/route.ts";
import { NoteChanges, NoteId, NoteInput, NoteItem, NoteView } from "./model.ts";

const byId = z.strictObject({ id: NoteId });

export const listNotes = defineRoute({
  method: "get",
  path: "/notes",
  permission: "notes.read",
  summary: "List notes without their texts, latest meeting first, page by page",
  query: z.strictObject({
    /** Words that must all begin a word of the note. */
    q: z.string().trim().max(200).optional(),
    client: idSchema("cli").optional(),
    /** Meetings held on this day or later. */
    from: z.iso.date().optional(),
    /** Meetings held on this day or earlier. */
    to: z.iso.date().optional(),
    /** These notes alone, `not_…,not_…`, at most 50; deleted and unknown ones are left out. */
    ids: z
      .string()
      .transform((text) => text.split(","))
      .pipe(z.array(NoteId).min(1).max(50))
      .optional(),
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ items: z.array(NoteItem), nextCursor: z.string().nullable() }),
  errors: ["note.cursor_invalid"],
});

export const createNote = defineRoute({
  method: "post",
  path: "/notes",
  permission: "notes.write",
  summary: "Create a note",
  body: NoteInput,
  output: NoteView,
  status: 201,
});

export const readNote = defineRoute({
  method: "get",
  path: "/notes/{id}",
  permission: "notes.read",
  summary: "Read a note",
  params: byId,
  output: NoteView,
  errors: ["note.not_found"],
});

export const updateNote = defineRoute({
  method: "patch",
  path: "/notes/{id}",
  permission: "notes.write",
  summary: "Change some fields of a note",
  params: byId,
  body: z.strictObject({ version: z.int().positive(), changes: NoteChanges }),
  output: NoteView,
  errors: ["note.not_found", "conflict.version"],
});

export const deleteNote = defineRoute({
  method: "delete",
  path: "/notes/{id}",
  permission: "notes.write",
  summary: "Delete a note; it can be restored",
  params: byId,
  output: z.null(),
  status: 204,
  errors: ["note.not_found", "conflict.version"],
});

export const restoreNote = defineRoute({
  method: "post",
  path: "/notes/{id}/restore",
  permission: "notes.write",
  summary: "Bring a deleted note back",
  params: byId,
  output: NoteView,
  errors: ["note.not_found", "conflict.version"],
});
