import { z } from "zod";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { fail } from "#domain/errors.ts";

const Place = z.strictObject({ before: z.int().positive() });

/** The cursor of the page that goes on before this row. */
export function cursorBefore(id: number): string {
  return encodeCursor({ before: id });
}

/** The id before which a page begins. Error: `audit.cursor_invalid` when the cursor is not one of ours. */
export function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return Number.MAX_SAFE_INTEGER;
  return decodeCursor(cursor, Place)?.before ?? fail("audit.cursor_invalid");
}
