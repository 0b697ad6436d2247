import type { Card } from "#domain/boards/model.ts";
import type { OpOf } from "#domain/boards/ops.ts";
import { mirrored } from "#domain/boards/parts.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import type { ShownLink } from "./outside-links.ts";

/**
 * Ends a link of a card over the board's edge. One that the other card keeps is ended on its board, which this page need not
 * have open, nor hold the card of: it may be in the archive there. That is told, and can be taken back from there.
 */
export function useUnlink(card: () => Card) {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const say = useProblemText();

  async function there(link: ShownLink, relation: OpOf<"card.link">["relation"]): Promise<boolean> {
    const one = { kind: "card.link" as const, card: link.otherId, other: card().id };
    const op = { ...one, board: room.record().id, relation };
    try {
      await api("post /boards/{id}/ops", { params: { id: link.boardId }, body: { ops: [op] } });
      room.outside.readAgain();
      return true;
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
      return false;
    }
  }

  return async (link: ShownLink): Promise<void> => {
    if (link.own) {
      const { boardId: board, otherId: other } = link;
      await room.live.act({ kind: "card.link", card: card().id, other, board, relation: null });
    } else if (await there(link, null)) {
      const { boardId, otherId } = link;
      const { id } = card();
      toasts.show({
        text: t().boardCard.links.ended(link.other?.boardTitle ?? ""),
        holds() {
          const shown = room.live.card(id);
          const all = shown ? room.outside.of(shown) : [];
          return !all.some((one) => one.boardId === boardId && one.otherId === otherId);
        },
        onUndo: () => void there(link, mirrored(link.relation)),
      });
    }
  };
}
