import { z } from "zod";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { fail } from "#domain/errors.ts";
import { NoteId } from "./model.ts";

const Place = z.strictObject({ heldOn: z.iso.date(), id: NoteId });
type Place = z.infer<typeof Place>;

/** The cursor of the page that begins after this note. */
export function cursorAfter({ heldOn, id }: Place): string {
  return encodeCursor({ heldOn, id });
}

/** Reads a cursor. Error: `note.cursor_invalid` when it was not made by us. */
export function placeOf(cursor: string): Place {
  return decodeCursor(cursor, Place) ?? fail("note.cursor_invalid");
}
