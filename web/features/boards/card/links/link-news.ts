import type { LiveEvent } from "#domain/live/messages.ts";
import type { BoardRoom } from "#web/features/boards/board/room.tsx";

/** What tells of links is read again at most so often, however much is written on the boards that they lead to. */
export const LINKS_AT_MOST_EVERY_MS = 2_000;

/**
 * Whether what happened to cards may tell of links over the open board's edge: a card that is linked with a card of another
 * board was written here, one that is linked with a card of here was written elsewhere, or anything changed on a board
 * that links lead to.
 */
export function isLinkNews(room: BoardRoom, { entityId, after }: LiveEvent): boolean {
  const board = room.record().id;
  const linked = Array.isArray(after?.["linked"]) ? after["linked"] : [];
  const isOurs = entityId === board ? linked.length > 0 : linked.includes(board);
  return isOurs || room.outside.lead(entityId);
}
