import { createSignal, For, onCleanup, onMount } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { boardKey, focusCard } from "./board-keys.ts";
import { BoardColumn } from "./column.tsx";
import { Cursors } from "./cursors.tsx";
import { DragGhost } from "./drag-ghost.tsx";
import { useMoves } from "./moves.tsx";
import { createPointerPresence } from "./pointer-presence.ts";
import { useRoom } from "./room.tsx";

/** The columns side by side, with everything that moves over them. */
export function BoardView(props: {
  composing: string | null;
  onCompose: (columnId: string | null) => void;
  onOpen: (card: string) => void;
}) {
  const t = useTexts();
  const room = useRoom();
  const moves = useMoves();
  const [area, setArea] = createSignal<HTMLElement>();
  const presence = createPointerPresence({
    area,
    tell: room.live.setPresence,
    dragged: () => moves.drag.drag()?.card ?? null,
  });
  const columnName = (id: string) =>
    room.live.columns().find((column) => column.id === id)?.name ?? "";
  const titleOf = (id: string) => room.live.card(id)?.title ?? "";

  const tellCarried = () => {
    const now = moves.carry.carried();
    if (!now) return;
    const others = room.cardIds(now.columnId).filter((id) => id !== now.card).length;
    room.say(t().boardScreen.say.carried(columnName(now.columnId), now.index + 1, others + 1));
    const lane = area()?.querySelector(`[data-column="${now.columnId}"]`);
    lane?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const actions = {
    open: (card: string) => props.onOpen(card),
    compose: (columnId: string) => props.onCompose(columnId),
    lift(card: string) {
      const now = moves.carry.lift(card);
      if (!now) return;
      const of = room.cardIds(now.columnId).length;
      const say = t().boardScreen.say.lifted;
      room.say(say(titleOf(card), columnName(now.columnId), now.index + 1, of));
    },
    carried: tellCarried,
    drop() {
      const dropped = moves.carry.end(true);
      if (dropped) focusCard(dropped.card);
    },
    cancel() {
      const kept = moves.carry.end(false);
      if (!kept) return;
      room.say(t().boardScreen.say.cancelled(titleOf(kept.card)));
      focusCard(kept.card);
    },
  };

  onMount(() => {
    const first = room.live
      .columns()
      .flatMap((column) => room.cardIds(column.id))
      .at(0);
    if (first && !room.focused()) room.setFocused(first);
  });
  onCleanup(() => presence.leave());

  return (
    <div
      ref={setArea}
      data-board
      class="relative flex min-h-0 flex-1 items-stretch gap-3 overflow-auto p-3 phone:snap-x phone:snap-mandatory phone:scroll-px-4 phone:px-4"
      onKeyDown={(event) => {
        if (!boardKey(event, room, moves.carry, actions)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerMove={(event) => presence.at(event.clientX, event.clientY)}
      onPointerLeave={() => presence.leave()}
    >
      <For each={room.live.columns()}>
        {(column) => (
          <BoardColumn
            column={column}
            composing={props.composing === column.id}
            onCompose={(open) => props.onCompose(open ? column.id : null)}
            onOpen={(card) => props.onOpen(card)}
          />
        )}
      </For>
      <Cursors area={area()} />
      <DragGhost />
      <div aria-live="assertive" class="sr-only">
        {room.said()}
      </div>
    </div>
  );
}
