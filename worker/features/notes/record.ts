import { getTableColumns } from "drizzle-orm";
import type { NoteRecord, NoteView } from "#domain/notes/model.ts";
import { can, type Actor } from "#domain/permissions.ts";
import { notes } from "./schema.ts";

const { deletedAt: _deleted, ...columns } = getTableColumns(notes);
const { body: _body, ...withoutBody } = columns;

/** The columns of a `NoteRecord`. */
export const recordColumns = columns;
/** The same without the text, for lists. */
export const itemColumns = withoutBody;

/** A note as this person sees it. */
export function viewOf<T extends Omit<NoteRecord, "body">>(
  record: T,
  actor: Pick<Actor, "permissions">,
): T & Pick<NoteView, "can"> {
  return { ...record, can: { write: can(actor, "notes.write") } };
}
