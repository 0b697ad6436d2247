import IconPencil from "~icons/lucide/pencil";
import { createMemo, createSignal, For, Show } from "solid-js";
import { TAG_MOST } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Tag } from "#web/ui/tag.tsx";
import { NameDialog } from "#web/features/boards/board/name-dialog.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { Swatches } from "#web/features/boards/board/swatches.tsx";

/** The tags of a board: how many cards carry each, its colour and its name, for everybody at once. */
export function TagsDialog(props: { onClose: () => void }) {
  const t = useTexts();
  const room = useRoom();
  const [renaming, setRenaming] = createSignal<string | null>(null);
  const texts = () => t().boardCard.tags;
  const counts = createMemo(() => {
    const ids = room.live.columns().flatMap(({ id }) => room.live.cardIds(id));
    const count = new Map<string, number>();
    for (const id of ids) {
      for (const tag of room.live.card(id)?.tags ?? []) count.set(tag, (count.get(tag) ?? 0) + 1);
    }
    return count;
  });
  const tags = createMemo(() => [...counts().keys()].toSorted((a, b) => a.localeCompare(b)));
  const rename = async (to: string) => {
    const tag = renaming();
    if (tag) await room.live.act({ kind: "tag.rename", tag, to });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={texts().title}
      description={texts().lead}
      actions={<Button onClick={() => props.onClose()}>{t().ui.close}</Button>}
    >
      <Show when={tags().length > 0} fallback={<EmptyState title={texts().none} />}>
        <ul class="divide-y divide-line">
          <For each={tags()}>
            {(tag) => (
              <li class="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
                <span class="flex min-w-40 flex-1 items-center gap-2">
                  <Tag label={tag} color={room.tagColor(tag)} />
                  <span class="text-small text-ink-3">{texts().used(counts().get(tag) ?? 0)}</span>
                </span>
                <Swatches
                  label={texts().color(tag)}
                  value={room.live.tagColor(tag)}
                  none={texts().usual}
                  onChoose={(color) => void room.live.act({ kind: "tag.color", tag, color })}
                />
                <IconButton
                  icon={IconPencil}
                  size="sm"
                  label={texts().renameOf(tag)}
                  onClick={() => setRenaming(tag)}
                />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <NameDialog
        open={renaming() !== null}
        title={texts().renameTitle}
        value={renaming() ?? ""}
        most={TAG_MOST}
        onClose={() => setRenaming(null)}
        onSave={rename}
      />
    </Dialog>
  );
}
