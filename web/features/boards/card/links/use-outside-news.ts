import { onLive } from "#web/lib/live.tsx";
import { throttled } from "#web/lib/throttled.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { isLinkNews, LINKS_AT_MOST_EVERY_MS } from "./link-news.ts";

/** Reads the links over the open board's edge again when D1 has them anew. */
export function useOutsideNews(): void {
  const room = useRoom();
  const readAgain = throttled(() => room.outside.readAgain(), LINKS_AT_MOST_EVERY_MS);
  onLive("tasks", (event) => {
    if (isLinkNews(room, event)) readAgain();
  });
  onLive("boards", ({ entityId }) => {
    if (room.outside.lead(entityId)) readAgain();
  });
}
