import * as api from "#domain/notes/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { createNote } from "./create-note.ts";
import { deleteNote } from "./delete-note.ts";
import { listNotes } from "./list-notes.ts";
import { readNote } from "./read-note.ts";
import { restoreNote } from "./restore-note.ts";
import { updateNote } from "./update-note.ts";

/** Routes of notes. */
export const noteRoutes = [
  bind(api.listNotes, (ctx, { query }) => listNotes(ctx, query)),
  bind(api.createNote, (ctx, { body }) => createNote(ctx, body)),
  bind(api.readNote, (ctx, { params }) => readNote(ctx, params)),
  bind(api.updateNote, (ctx, { params, body }) => updateNote(ctx, { ...params, ...body })),
  bind(api.deleteNote, (ctx, { params }) => deleteNote(ctx, params)),
  bind(api.restoreNote, (ctx, { params }) => restoreNote(ctx, params)),
];
