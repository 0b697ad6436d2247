import { useTexts } from "#web/lib/i18n.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "./room.tsx";

/** Deletes cards as one step, and offers the way back at once. */
export function useRemoveCards() {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  return (ids: readonly string[]): void => {
    const [first] = ids;
    if (first === undefined) return;
    const title = room.live.card(first)?.title ?? "";
    void room.live.act(...ids.map((card) => ({ kind: "card.delete" as const, card })));
    const { card, select } = t().boardScreen;
    toasts.show({
      text: ids.length === 1 ? card.removed(title) : select.removed(ids.length),
      holds: () => ids.some((id) => room.live.card(id)?.deleted),
      onUndo: () =>
        void room.live.act(...ids.map((id) => ({ kind: "card.restore" as const, card: id }))),
    });
  };
}
