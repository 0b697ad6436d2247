import IconArchive from "~icons/lucide/archive";
import IconMove from "~icons/lucide/arrow-left-right";
import IconMore from "~icons/lucide/ellipsis";
import IconLink from "~icons/lucide/link";
import IconTemplate from "~icons/lucide/layout-template";
import IconBoard from "~icons/lucide/square-kanban";
import IconTrash from "~icons/lucide/trash-2";
import { createSignal, Show } from "solid-js";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useArchive } from "#web/features/boards/archive/archive-actions.ts";
import { useRemoveCards } from "#web/features/boards/board/remove-cards.ts";
import { SaveAsTemplate } from "#web/features/boards/templates/save-as-template.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

/** What can be done with an open card: its address for everybody, moving and deleting for whoever may. */
export function CardMenu(props: { id: string; title: string; onRemoved: () => void }) {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const archives = useArchive();
  const removing = useRemoveCards();
  const [saving, setSaving] = createSignal(false);
  const remove = () => {
    const { id } = props;
    props.onRemoved();
    removing([id]);
  };
  const archive = () => {
    const { id } = props;
    props.onRemoved();
    archives.cards([id]);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    toasts.show({ text: t().boardScreen.card.copied });
  };
  const items = (): MenuEntry[] => {
    const link = {
      label: t().boardScreen.card.copyLink,
      icon: IconLink,
      onSelect: () => void copy(),
    };
    if (!room.may.write()) return [link];
    return [
      {
        label: t().boardScreen.card.moveTo,
        icon: IconMove,
        kbd: "M",
        onSelect: () => room.askMove([props.id]),
      },
      {
        label: t().boardViews.transfer.open,
        icon: IconBoard,
        onSelect: () => room.askTransfer([props.id]),
      },
      link,
      {
        label: t().cardTemplates.saveAs,
        icon: IconTemplate,
        onSelect: () => setSaving(true),
      },
      { kind: "separator" },
      { label: t().boardCard.archive.card, icon: IconArchive, onSelect: archive },
      { label: t().boardScreen.card.remove, icon: IconTrash, danger: true, onSelect: remove },
    ];
  };
  return (
    <>
      <DropdownMenu
        placement="bottom-end"
        items={items()}
        trigger={(attributes) => (
          <IconButton {...attributes} icon={IconMore} label={t().boardScreen.more} />
        )}
      />
      <Show when={saving()}>
        <SaveAsTemplate card={props.id} onClose={() => setSaving(false)} />
      </Show>
    </>
  );
}
