import { useTexts } from "#web/lib/i18n.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";

/** Archives cards or a column, and offers the way back at once. */
export function useArchive() {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  return {
    cards(ids: readonly string[]): void {
      const [first] = ids;
      if (first === undefined) return;
      const title = room.live.card(first)?.title ?? "";
      void room.live.act(...ids.map((card) => ({ kind: "card.archive" as const, card })));
      const { archived, bulkDone } = t().boardCard.archive;
      toasts.show({
        text: ids.length === 1 ? archived(title) : bulkDone(ids.length),
        holds: () => ids.some((card) => room.live.card(card)?.archived),
        onUndo: () =>
          void room.live.act(...ids.map((card) => ({ kind: "card.unarchive" as const, card }))),
      });
    },
    async column(column: string, name: string): Promise<void> {
      const cards = room.live.cardIds(column).length;
      if (await room.live.act({ kind: "column.archive", column })) return;
      toasts.show({
        text: t().boardCard.archive.columnDone(name, cards),
        holds: () => room.live.archivedColumns().some(({ id }) => id === column),
        onUndo: () => void room.live.act({ kind: "column.unarchive", column }),
      });
    },
  };
}
