import IconDown from "~icons/lucide/chevron-down";
import IconUp from "~icons/lucide/chevron-up";
import IconMove from "~icons/lucide/arrow-left-right";
import IconMore from "~icons/lucide/ellipsis";
import IconTrash from "~icons/lucide/trash-2";
import { Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { onShortcuts } from "#web/lib/shortcuts.ts";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { PriorityIcon } from "#web/ui/priority-icon.tsx";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { Description } from "./description.tsx";
import { DescriptionConflict } from "./description-conflict.tsx";
import { Properties } from "./properties.tsx";
import { CardTitle } from "./title.tsx";

/** A card beside its board. J and K go through the column it stands in. */
export function CardPanel(props: {
  id: string;
  onOpen: (card: string) => void;
  onClose: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const toasts = useToasts();
  const card = () => room.live.card(props.id);
  const column = () => room.live.columns().find(({ id }) => id === card()?.columnId);
  const reference = (shown: Card) => room.reference(shown) ?? t().boardScreen.card.pending;
  const beside = (step: 1 | -1) => {
    const ids = room.cardIds(card()?.columnId ?? "");
    return ids[ids.indexOf(props.id) + step];
  };
  const go = (step: 1 | -1) => {
    const next = beside(step);
    if (next) props.onOpen(next);
  };
  const restore = (id: string) => void room.live.act({ kind: "card.restore", card: id });
  const remove = (shown: Card) => {
    void room.live.act({ kind: "card.delete", card: shown.id });
    props.onClose();
    toasts.show({
      text: t().boardScreen.card.removed(shown.title),
      onUndo: () => restore(shown.id),
    });
  };
  onShortcuts(() => ({ j: () => go(1), k: () => go(-1) }));
  return (
    <Show when={card()}>
      {(shown) => (
        <SlideOver
          title={t().boardScreen.card.panel(reference(shown()))}
          width={600}
          widthKey="card"
          scrim
          onClose={() => props.onClose()}
          head={
            <span class="flex min-w-0 items-center gap-2">
              <PriorityIcon level={shown().priority} />
              <span class="num font-semibold">{reference(shown())}</span>
              <span class="truncate text-ink-2">
                {t().boardScreen.card.in(column()?.name ?? "")}
              </span>
            </span>
          }
          actions={
            <>
              <IconButton
                icon={IconUp}
                label={t().boardScreen.card.previous}
                kbd="K"
                disabled={!beside(-1)}
                onClick={() => go(-1)}
              />
              <IconButton
                icon={IconDown}
                label={t().boardScreen.card.next}
                kbd="J"
                disabled={!beside(1)}
                onClick={() => go(1)}
              />
              <Show when={room.may.write()}>
                <DropdownMenu
                  placement="bottom-end"
                  items={[
                    {
                      label: t().boardScreen.card.moveTo,
                      icon: IconMove,
                      kbd: "M",
                      onSelect: () => room.askMove([props.id]),
                    },
                    { kind: "separator" },
                    {
                      label: t().boardScreen.card.remove,
                      icon: IconTrash,
                      danger: true,
                      onSelect: () => remove(shown()),
                    },
                  ]}
                  trigger={(attributes) => (
                    <IconButton {...attributes} icon={IconMore} label={t().boardScreen.more} />
                  )}
                />
              </Show>
            </>
          }
        >
          <Show
            when={!shown().deleted}
            fallback={
              <EmptyState
                title={t().boardScreen.card.gone}
                body={t().boardScreen.card.goneBody}
                actions={
                  <Show when={room.may.write()}>
                    <Button kind="primary" onClick={() => restore(props.id)}>
                      {t().boardScreen.card.restore}
                    </Button>
                  </Show>
                }
              />
            }
          >
            <CardTitle card={shown()} />
            <DescriptionConflict card={shown()} />
            <Properties card={shown()} />
            <Description card={shown()} />
            <p class="border-t border-line pt-3 text-small text-ink-3">
              {t().boardScreen.card.created(f().moment(shown().createdAt))}
              <Show when={shown().updatedAt !== shown().createdAt}>
                {`, ${t().boardScreen.card.changed(f().moment(shown().updatedAt))}`}
              </Show>
            </p>
          </Show>
        </SlideOver>
      )}
    </Show>
  );
}
