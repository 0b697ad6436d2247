import type { Column } from "#domain/boards/model.ts";
import type { BoardRoom } from "./room.tsx";

/** How many cards a column has above its limit; 0 when it has none. All of them count, whatever is shown. */
export function excess({ live }: Pick<BoardRoom, "live">, { id, wipLimit }: Column): number {
  return wipLimit === null ? 0 : Math.max(0, live.cardIds(id).length - wipLimit);
}

/** Whether a column's limit keeps so many further cards out now. */
export function isFull({ live }: Pick<BoardRoom, "live">, column: Column, more = 1): boolean {
  const { id, wipBlock, wipLimit } = column;
  return wipBlock && wipLimit !== null && live.cardIds(id).length + more > wipLimit;
}
