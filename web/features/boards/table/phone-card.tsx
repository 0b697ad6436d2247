import { Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { PriorityIcon } from "#web/ui/priority-icon.tsx";
import { CategoryIcon } from "#web/features/boards/board/category-icon.tsx";
import { DueDate } from "#web/features/boards/board/due-date.tsx";
import { Viewers } from "#web/features/boards/card/viewers.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

/** A card in the table of a phone: title above, column, client and date below. */
export function PhoneCard(props: { card: Card }) {
  const room = useRoom();
  const column = () => room.live.columns().find(({ id }) => id === props.card.columnId);
  const who = () => props.card.assigneeIds[0];
  return (
    <span class="flex min-w-0 flex-1 flex-col gap-1">
      <span class="flex items-center gap-2">
        <PriorityIcon level={props.card.priority} />
        <span class="min-w-0 flex-1 truncate font-medium">{props.card.title}</span>
        <Viewers card={props.card.id} mark />
        <Show when={who()}>
          {(id) => (
            <Avatar
              person={room.people().get(id()) ?? { id: id(), name: "?" }}
              self={id() === room.me()}
              size={20}
            />
          )}
        </Show>
      </span>
      <span class="flex items-center gap-2 text-small text-ink-2">
        <Show when={column()}>
          {(shown) => (
            <span class="inline-flex shrink-0 items-center gap-1">
              <CategoryIcon category={shown().category} />
              {shown().name}
            </span>
          )}
        </Show>
        <span class="min-w-0 flex-1 truncate">{room.clientName(props.card.clientId)}</span>
        <Show when={props.card.dueOn}>
          {(date) => <DueDate date={date()} done={room.isDone(props.card.columnId)} />}
        </Show>
      </span>
    </span>
  );
}
