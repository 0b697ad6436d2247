import { type AttachedFile, FACE } from "#domain/boards/card-file.ts";
import { coverFile } from "#domain/boards/cover.ts";
import { download } from "#web/lib/api.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { sendFace } from "./make-face.ts";

/** Makes one of a card's pictures its cover, or takes it off. A large one that has no small picture yet gets one. */
export function useCover() {
  const room = useRoom();
  return async (card: string, file: AttachedFile, on: boolean): Promise<void> => {
    const board = room.record().id;
    if (on && file.size > FACE.wholeBytes && (await room.faces.url(file.id)) === null) {
      await sendFace(board, file, () => download(`/boards/${board}/files/${file.id}`));
    }
    const now = room.live.card(card);
    // It may have been taken off the card meanwhile.
    if (!now || (on && !coverFile({ cover: file.id, files: now.files }))) return;
    await room.live.act({ kind: "card.update", card, set: { cover: on ? file.id : null } });
  };
}
