import type { Column } from "#domain/boards/model.ts";
import type { BoardRoom } from "./room.tsx";

/** Whether a column's limit keeps so many further cards out now. */
export function isFull({ live }: Pick<BoardRoom, "live">, column: Column, more = 1): boolean {
  const { id, wipBlock, wipLimit } = column;
  return wipBlock && wipLimit !== null && live.cardIds(id).length + more > wipLimit;
}
