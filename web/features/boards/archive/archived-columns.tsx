import IconBack from "~icons/lucide/archive-restore";
import { For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { CategoryIcon } from "#web/features/boards/board/category-icon.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

/** Archived columns: each comes back with the cards that are in it. */
export function ArchivedColumns() {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const texts = () => t().boardCard.archive;
  const restore = (column: string, name: string) => {
    void room.live.act({ kind: "column.unarchive", column });
    toasts.show({
      text: texts().columnBack(name),
      holds: () => room.live.columns().some(({ id }) => id === column),
      onUndo: () => void room.live.act({ kind: "column.archive", column }),
    });
  };
  return (
    <Show
      when={room.live.archivedColumns().length > 0}
      fallback={<EmptyState title={texts().noneColumns} />}
    >
      <ul class="divide-y divide-line rounded-3 border border-line bg-surface">
        <For each={room.live.archivedColumns()}>
          {(column) => (
            <li class="flex items-center gap-3 px-3 py-2.5">
              <CategoryIcon category={column.category} />
              <span class="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">
                {texts().column(column.name, room.live.cardIds(column.id).length)}
              </span>
              <Show when={room.may.manage()}>
                <Button
                  size="sm"
                  icon={IconBack}
                  aria-label={`${texts().restore}: ${column.name}`}
                  onClick={() => restore(column.id, column.name)}
                >
                  {texts().restore}
                </Button>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
