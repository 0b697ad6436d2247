import { z } from "zod";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import { fail } from "./errors.ts";

/** What lists of records that stand in order of their making, newest first, are asked with. */
export const listing = {
  /** Words that must all begin a word of the record. */
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

/** One page of a list. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

const Place = z.strictObject({ id: z.string().max(40) });

/** The cursor of the page that begins after this record. */
export function cursorAfter(id: string): string {
  return encodeCursor({ id });
}

/** The id that a cursor stands after. Error: `list.cursor_invalid` when it was not made by us. */
export function placeOf(cursor: string): string {
  return (decodeCursor(cursor, Place) ?? fail("list.cursor_invalid")).id;
}
