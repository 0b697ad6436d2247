import { createEffect, createMemo, For, on, Show } from "solid-js";
import type { Column } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { BoardCard } from "./card.tsx";
import { ColumnHead } from "./column-head.tsx";
import { Composer } from "./composer.tsx";
import { excess } from "./full.ts";
import { createLaneView } from "./lane-view.ts";
import { useMoves } from "./moves.tsx";
import { useRoom } from "./room.tsx";
import { Slot } from "./slot.tsx";

/** A column: its head, its cards in order, the slot where something would land, the composer. */
export function BoardColumn(props: {
  column: Column;
  composing: boolean;
  onCompose: (open: boolean) => void;
  onOpen: (card: string) => void;
  /** Other cards of the column are in the page than before. */
  onDrawn: () => void;
}) {
  const t = useTexts();
  const room = useRoom();
  const moves = useMoves();
  const ids = createMemo(() => room.cardIds(props.column.id));
  const landing = createMemo(() => {
    const now = moves.landing();
    return now?.columnId === props.column.id ? now : null;
  });
  /** Position of the landing slot among the drawn cards, the moved one counted where it stands. */
  const slot = createMemo(() => {
    const now = landing();
    if (!now) return -1;
    const own = ids().indexOf(now.card);
    // Where it stands already, the card itself is the slot.
    if (own === now.index) return -1;
    return own !== -1 && own < now.index ? now.index + 1 : now.index;
  });
  // Drawn however far away: what has the focus or is being moved, and the place where it would land.
  const lane = createLaneView(ids, () => {
    const held = [room.focused(), moves.drag.drag()?.card, moves.carry.carried()?.card];
    const mine = held.filter((id) => id && room.live.card(id)?.columnId === props.column.id);
    const at = mine.map((id) => ids().indexOf(id ?? ""));
    return slot() === -1 ? at : [...at, Math.min(slot(), ids().length - 1)];
  });
  // At once: a card that was taken out and put in again has lost the focus, and nobody has heard of it yet.
  createEffect(on(lane.drawn, () => props.onDrawn(), { defer: true }));
  const before = (id: string) => slot() === lane.at(id);
  return (
    <section
      data-column={props.column.id}
      data-tab={props.column.id}
      aria-label={`${props.column.name}, ${t().boardScreen.cards(ids().length)}`}
      class={cx(
        "flex min-h-0 w-58 max-w-76 min-w-58 flex-1 shrink-0 flex-col rounded-3 border border-t-2 bg-sunken",
        "border-transparent dark:border-line dark:bg-canvas phone:w-[calc(100vw-40px)] phone:max-w-none phone:min-w-[calc(100vw-40px)] phone:snap-start",
        excess(room, props.column) > 0 && "border-t-warn-mark! dark:border-t-warn-mark!",
        landing() && moves.refused() && "border-bad! dark:border-bad!",
      )}
    >
      <ColumnHead
        column={props.column}
        shown={ids().length}
        onCompose={() => props.onCompose(true)}
      />
      <ul
        ref={lane.lane}
        data-lane
        aria-label={props.column.name}
        class={cx(
          "flex min-h-0 flex-col gap-2 overflow-y-auto overscroll-y-contain px-2 pt-1 pb-2 phone:gap-2.5",
          // The composer stands right below the last card; without it the button for a new card needs room on a phone.
          props.composing ? "flex-initial" : "flex-1 phone:pb-16",
        )}
      >
        <For each={lane.drawn()}>
          {(id) => (
            <>
              <Show when={before(id)}>
                <Slot room={px(lane.room(id))} />
              </Show>
              <li
                ref={lane.item}
                data-item={id}
                aria-setsize={ids().length}
                aria-posinset={lane.at(id) + 1}
                class="shrink-0"
                style={{ "margin-top": before(id) ? undefined : px(lane.room(id)) }}
              >
                <BoardCard id={id} onOpen={props.onOpen} />
              </li>
            </>
          )}
        </For>
        <Show when={slot() >= ids().length}>
          <Slot />
        </Show>
        <Show when={lane.rest() > 0}>
          <li aria-hidden="true" class="shrink-0" style={{ height: px(lane.rest()) }} />
        </Show>
        <Show when={ids().length === 0 && !landing() && !props.composing}>
          <li class="py-6 text-center text-small text-ink-3">
            {room.filtering() && room.live.cardIds(props.column.id).length > 0
              ? t().boardScreen.filter.noMatch
              : t().boardScreen.column.empty}
          </li>
        </Show>
      </ul>
      <Show when={props.composing}>
        <Composer column={props.column} onClose={() => props.onCompose(false)} />
      </Show>
    </section>
  );
}

const px = (length: number) => (length > 0 ? `${length}px` : undefined);
