import { createMemo } from "solid-js";
import { useRoom } from "#web/features/boards/board/room.tsx";

/** Who else has a card open now, each once. */
export function useViewers(card: () => string) {
  const room = useRoom();
  return createMemo(
    () => {
      const here = room.live
        .peers()
        .filter(({ state }) => state?.card === card() && !state.dragging)
        .filter(({ userId }) => userId !== room.me());
      const names = new Map(here.map(({ userId, name }) => [userId, name]));
      return [...names].map(([id, name]) => ({ id, name }));
    },
    [],
    // Pointers move many times a second.
    { equals: (a, b) => a.length === b.length && a.every(({ id }, at) => id === b[at]?.id) },
  );
}
