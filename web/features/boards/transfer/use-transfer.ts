import { useNavigate } from "@solidjs/router";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { useVisit } from "#web/features/boards/visit-provider.tsx";
import { transferStore } from "./transfer-store.ts";
import { bring } from "./bring.ts";
import { changeThere, linksOver } from "./elsewhere.ts";
import { createTransfers } from "./transfers.ts";

/** Moves or copies cards of the open board to another one, tells how it went, and offers to take it back. */
export function useTransfer() {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const visit = useVisit();
  const navigate = useNavigate();
  const store = transferStore(session.me()?.person.id ?? "");
  const transfers = createTransfers({ visit, store, bring, links: linksOver, change: changeThere });
  return async (
    ids: readonly string[],
    to: { id: string; title: string },
    how: { copies: boolean; column?: string | undefined; top?: boolean },
  ): Promise<void> => {
    const { copies } = how;
    const words = t().boardViews.transfer;
    const late = () => void toasts.show({ text: words.later(to.title), tone: "warn" });
    const stays = (n: number) => void toasts.show({ text: words.stays(n, to.title), tone: "warn" });
    const unmoved = () => void toasts.show({ text: words.unmoved(to.title), tone: "bad" });
    const plan = { from: room.record().id, to: to.id, ...how, ids };
    const way = transfers.start(room.live, plan, { late, stays, unmoved });
    room.select(new Set());
    try {
      const came = await way.done;
      const [first] = came;
      if (!first) {
        toasts.show({ text: words.refused(to.title), tone: "bad" });
        return;
      }
      toasts.show({
        text: (copies ? words.copied : words.moved)(came.length, to.title),
        action: {
          label: words.goThere,
          onSelect: () => navigate(`/boards/${to.id}${came.length > 1 ? "" : `?card=${first}`}`),
        },
        onUndo: () => void way.undo().catch(late),
        holds: () => copies || ids.some((id) => room.live.card(id)?.archived),
      });
    } catch {
      // Kept on the device: it goes on by itself when the board can be reached.
      toasts.show({ text: words.later(to.title), tone: "warn" });
    }
  };
}
