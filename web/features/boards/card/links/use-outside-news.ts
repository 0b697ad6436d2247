import { onLive } from "#web/lib/live.tsx";
import { throttled } from "#web/lib/throttled.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";

/** Links are read again at most so often, however much is written on the boards that they lead to. */
const AT_MOST_EVERY_MS = 2_000;

/**
 * Reads the links over the open board's edge again when D1 has them anew: when a card that is linked with a card of another
 * board was written here, when a card that is linked with one of here was written elsewhere, and when anything changed on
 * a board that links lead to.
 */
export function useOutsideNews(): void {
  const room = useRoom();
  const readAgain = throttled(() => room.outside.readAgain(), AT_MOST_EVERY_MS);
  onLive("tasks", ({ entityId, after }) => {
    const board = room.record().id;
    const linked = Array.isArray(after?.["linked"]) ? after["linked"] : [];
    const isOurs = entityId === board ? linked.length > 0 : linked.includes(board);
    if (isOurs || room.outside.lead(entityId)) readAgain();
  });
  onLive("boards", ({ entityId }) => {
    if (room.outside.lead(entityId)) readAgain();
  });
}
