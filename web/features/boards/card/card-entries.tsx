import IconArchive from "~icons/lucide/archive";
import IconMove from "~icons/lucide/arrow-left-right";
import IconTemplate from "~icons/lucide/layout-template";
import IconLink from "~icons/lucide/link";
import IconBoard from "~icons/lucide/square-kanban";
import IconTrash from "~icons/lucide/trash-2";
import { createSignal, Show } from "solid-js";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useArchive } from "#web/features/boards/archive/archive-actions.ts";
import { useRemoveCards } from "#web/features/boards/board/remove-cards.ts";
import { SaveAsTemplate } from "#web/features/boards/templates/save-as-template.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

/**
 * What can be done with cards, as rows of a menu: the address of one for everybody, moving, archiving and deleting for
 * whoever may. `Dialogs` has to stand beside the menu.
 */
export function useCardEntries(onRemoved: () => void = () => undefined) {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const archives = useArchive();
  const removing = useRemoveCards();
  const [saving, setSaving] = createSignal<string | null>(null);
  const copy = async (id: string) => {
    const address = new URL(`/boards/${room.record().id}?card=${id}`, location.origin);
    await navigator.clipboard.writeText(address.href);
    toasts.show({ text: t().boardScreen.card.copied });
  };
  const ofOne = (id: string): MenuEntry => ({
    label: t().boardScreen.card.copyLink,
    icon: IconLink,
    onSelect: () => void copy(id),
  });
  return {
    entries(ids: readonly string[]): MenuEntry[] {
      const [id = "", another] = ids;
      const one = another === undefined;
      if (!room.may.write()) return [ofOne(id)];
      const template: MenuEntry = {
        label: t().cardTemplates.saveAs,
        icon: IconTemplate,
        onSelect: () => setSaving(id),
      };
      return [
        {
          label: t().boardScreen.card.moveTo,
          icon: IconMove,
          kbd: "M",
          onSelect: () => room.askMove(ids),
        },
        {
          label: t().boardViews.transfer.open,
          icon: IconBoard,
          onSelect: () => room.askTransfer(ids),
        },
        ...(one ? [ofOne(id), template] : []),
        { kind: "separator" },
        {
          label: one ? t().boardCard.archive.card : t().boardCard.archive.bulk,
          icon: IconArchive,
          onSelect() {
            onRemoved();
            archives.cards(ids);
          },
        },
        {
          label: one ? t().boardScreen.card.remove : t().boardScreen.select.remove,
          icon: IconTrash,
          danger: true,
          onSelect() {
            onRemoved();
            removing(ids);
          },
        },
      ];
    },
    Dialogs: () => (
      <Show when={saving()}>
        {(card) => <SaveAsTemplate card={card()} onClose={() => setSaving(null)} />}
      </Show>
    ),
  };
}
