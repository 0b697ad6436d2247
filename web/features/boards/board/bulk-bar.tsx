import IconArchive from "~icons/lucide/archive";
import IconMove from "~icons/lucide/arrow-left-right";
import IconCalendar from "~icons/lucide/calendar";
import IconFlag from "~icons/lucide/flag";
import IconBoard from "~icons/lucide/square-kanban";
import IconTag from "~icons/lucide/tag";
import IconTrash from "~icons/lucide/trash-2";
import IconUser from "~icons/lucide/user-plus";
import IconX from "~icons/lucide/x";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import { useArchive } from "#web/features/boards/archive/archive-actions.ts";
import { useRemoveCards } from "./remove-cards.ts";
import { type QuickEdit, useRoom } from "./room.tsx";

/** What can be done with the selected cards together. Each is one step of undo. One row: keys are shown where they fit. */
export function BulkBar() {
  const t = useTexts();
  const room = useRoom();
  const archives = useArchive();
  const ids = () => [...room.selected()];
  const change = (field: QuickEdit["field"]) => (event: MouseEvent) =>
    room.setQuick({ field, cards: ids(), anchor: event.currentTarget as HTMLElement });
  const archive = () => {
    archives.cards(ids());
    room.select(new Set());
  };
  const removing = useRemoveCards();
  const remove = () => {
    removing(ids());
    room.select(new Set());
  };
  return (
    <Show when={room.selected().size > 0}>
      <div
        role="toolbar"
        aria-label={t().boardScreen.select.count(room.selected().size)}
        class="absolute inset-x-2 bottom-4 z-8 mx-auto flex w-fit max-w-full flex-wrap items-center gap-1 rounded-3 border border-line-2 bg-raised p-1.5 pl-3 whitespace-nowrap shadow-3 max-[100rem]:[&_kbd]:hidden phone:inset-x-2 phone:bottom-2 phone:flex-nowrap phone:overflow-x-auto"
      >
        <span class="mr-2 font-medium">{t().boardScreen.select.count(room.selected().size)}</span>
        <Button kind="ghost" icon={IconMove} kbd="M" onClick={() => room.askMove(ids())}>
          {t().boardScreen.card.moveTo}
        </Button>
        <Button kind="ghost" icon={IconUser} kbd="A" onClick={change("assignees")}>
          {t().boardScreen.select.assign}
        </Button>
        <Button kind="ghost" icon={IconCalendar} kbd="D" onClick={change("due")}>
          {t().boardScreen.card.due}
        </Button>
        <Button kind="ghost" icon={IconFlag} kbd="P" onClick={change("priority")}>
          {t().boardScreen.card.priority}
        </Button>
        <Button kind="ghost" icon={IconBoard} onClick={() => room.askTransfer(ids())}>
          {t().boardViews.transfer.open}
        </Button>
        <Button kind="ghost" icon={IconTag} kbd="L" onClick={change("tags")}>
          {t().boardScreen.card.tags}
        </Button>
        <Button kind="ghost" icon={IconArchive} kbd="E" onClick={archive}>
          {t().boardCard.archive.bulk}
        </Button>
        <Button kind="ghost" icon={IconTrash} kbd={t().ui.deleteKey} onClick={remove}>
          {t().boardScreen.select.remove}
        </Button>
        <IconButton
          icon={IconX}
          label={t().boardScreen.select.clear}
          quiet
          onClick={() => room.select(new Set())}
        />
        <Kbd keys={t().ui.escapeKey} class="-ml-1 pr-1" />
      </div>
    </Show>
  );
}
