import { z } from "zod";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { fail } from "#domain/errors.ts";
import { MessageId } from "./model.ts";

const Place = z.strictObject({ before: MessageId });

/** The cursor of the page that goes on before this delivery. */
export function cursorBefore(id: string): string {
  return encodeCursor({ before: id });
}

/** The delivery before which a page begins, null for the first. Error: `webhook.cursor_invalid`. */
export function placeOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  return decodeCursor(cursor, Place)?.before ?? fail("webhook.cursor_invalid");
}
