import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { useArchive } from "#web/features/boards/archive/archive-actions.ts";
import { AddColumn } from "./add-column.tsx";
import { boardKey } from "./board-keys.ts";
import { CardContextMenu } from "./card-context-menu.tsx";
import { carryActions } from "./carry-actions.ts";
import { BoardColumn } from "./column.tsx";
import { ColumnTabs } from "./column-tabs.tsx";
import { Cursors } from "./cursors.tsx";
import { DragGhost } from "./drag-ghost.tsx";
import { keepFocus } from "./keep-focus.ts";
import { Swimlanes } from "#web/features/boards/lanes/swimlanes.tsx";
import { useMoves } from "./moves.tsx";
import { createPointerPresence } from "./pointer-presence.ts";
import { useRemoveCards } from "./remove-cards.ts";
import { useRoom } from "./room.tsx";
import { Spoken } from "./spoken.tsx";

/** The columns side by side, with everything that moves over them. */
export function BoardView(props: {
  opened: string | null;
  composing: string | null;
  onCompose: (columnId: string | null) => void;
  onOpen: (card: string) => void;
}) {
  const t = useTexts();
  const room = useRoom();
  const moves = useMoves();
  const archives = useArchive();
  const [area, setArea] = createSignal<HTMLElement>();
  const dragged = createMemo(() => moves.drag.drag()?.card ?? null);
  const presence = createPointerPresence({
    area,
    tell: room.live.setPresence,
    dragged,
    opened: () => props.opened,
  });
  const actions = {
    ...carryActions(
      room,
      moves,
      () => t().boardScreen.say,
      () => t().boardViews.lanes,
    ),
    open: (card: string) => props.onOpen(card),
    compose: (columnId: string) => props.onCompose(columnId),
    archive: (cards: readonly string[]) => archives.cards(cards),
    remove: useRemoveCards(),
  };

  // Exactly one card is in the order of Tab, always one that is shown.
  createEffect(() => {
    const now = room.focused();
    const [lane] = moves.lanes.keys();
    if (lane !== undefined && !moves.lanes.keys().includes(room.focusLane() ?? "")) {
      room.setFocusLane(lane);
      const first = room.live.columns().map(({ id }) => moves.lanes.cell(lane, id)[0]);
      room.setFocused(first.find((id) => id !== undefined) ?? null);
      return;
    }
    if (now && room.shows(now)) return;
    const columns = room.live.columns();
    const first = columns.map(({ id }) => room.cardIds(id)[0]).find((id) => id !== undefined);
    if (first !== undefined) room.setFocused(first);
  });
  const focus = keepFocus(() => room.live.columns().map(({ id }) => room.live.cardIds(id)));
  createEffect(on(dragged, () => presence.held(), { defer: true }));
  createEffect(() => {
    if (props.opened !== null) presence.leave();
    onCleanup(() => presence.leave());
  });

  return (
    <>
      <ColumnTabs area={area()} />
      <CardContextMenu>
        {/* One listener for the keys and the pointer of every card. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          ref={setArea}
          data-board
          data-lane={moves.lanes.by() ? "" : undefined}
          class={cx(
            "relative flex min-h-0 flex-1 items-stretch gap-3 overflow-x-auto overscroll-x-contain p-3 phone:px-4",
            "phone:scroll-px-4 phone:not-data-held:snap-x phone:not-data-held:snap-mandatory",
            moves.lanes.by() ? "overflow-y-auto" : "overflow-y-hidden",
          )}
          data-held={moves.drag.drag() ? "" : undefined}
          onKeyDown={(event) => {
            if (!boardKey(event, room, moves, actions)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
          onFocusIn={(event) => focus.onFocusIn(event)}
          onFocusOut={(event) => focus.onFocusOut(event)}
          onPointerDown={() => actions.cancel()}
          onPointerMove={(event) => {
            if (event.pointerType === "mouse") presence.at(event.clientX, event.clientY);
          }}
          onPointerLeave={() => presence.leave()}
        >
          <Show
            when={!moves.lanes.by()}
            fallback={
              <Swimlanes
                composing={props.composing}
                onCompose={props.onCompose}
                onOpen={(card) => props.onOpen(card)}
              />
            }
          >
            <For each={room.live.columns()}>
              {(column) => (
                <BoardColumn
                  column={column}
                  composing={props.composing === column.id}
                  onCompose={(open) => props.onCompose(open ? column.id : null)}
                  onOpen={(card) => props.onOpen(card)}
                  onDrawn={() => focus.redrawn()}
                />
              )}
            </For>
            <Show when={room.may.manage()}>
              <AddColumn />
            </Show>
          </Show>
          <Cursors area={area()} />
        </div>
      </CardContextMenu>
      <DragGhost />
      <Spoken />
    </>
  );
}
