import type { Card } from "#domain/boards/model.ts";
import { isThere } from "#domain/boards/whole.ts";
import type { BoardRoom } from "./room.tsx";

/** The cards that keep one from going on: linked as its blockers, on the board, and not done. */
export function openBlockers(room: Pick<BoardRoom, "live">, card: Card): Card[] {
  return Object.entries(card.links).flatMap(([id, relation]) => {
    const other = relation === "blocked_by" ? room.live.card(id) : undefined;
    if (!other || !isThere(other)) return [];
    const column = room.live.columns().find((one) => one.id === other.columnId);
    return column && column.category !== "done" ? [other] : [];
  });
}
