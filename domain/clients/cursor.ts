import { z } from "zod";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { fail } from "#domain/errors.ts";
import { ClientId, type ClientRecord } from "./model.ts";
import { CLIENT_SORTS, VALUE_OF, type ClientOrder, type SortValue } from "./order.ts";

const Place = z.strictObject({
  sort: z.enum(CLIENT_SORTS),
  direction: z.enum(["asc", "desc"]),
  value: z.union([z.string().max(1000), z.number(), z.null()]),
  id: ClientId,
});

/** The cursor of the page that begins after this client. */
export function cursorAfter(client: ClientRecord, order: ClientOrder): string {
  const { sort, direction } = order;
  const valueOf = VALUE_OF[sort];
  return encodeCursor({ sort, direction, value: valueOf(client), id: client.id });
}

/** Reads a cursor. Error: `client.cursor_invalid` when it was made for another order, or not by us. */
export function placeOf(cursor: string, order: ClientOrder): { value: SortValue; id: string } {
  const place = decodeCursor(cursor, Place);
  if (!place || place.sort !== order.sort || place.direction !== order.direction) {
    return fail("client.cursor_invalid");
  }
  return place;
}
