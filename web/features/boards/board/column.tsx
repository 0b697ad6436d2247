import { createEffect, createMemo, createSignal, For, onCleanup, Show } from "solid-js";
import type { Column } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { BoardCard } from "./card.tsx";
import { ColumnHead } from "./column-head.tsx";
import { Composer } from "./composer.tsx";
import { useMoves } from "./moves.tsx";
import { useRoom } from "./room.tsx";

/** Cards drawn at first, and more each time the end of a column comes near. */
const STEP = 60;

/** A column: its head, its cards in order, the slot where something would land, the composer. */
export function BoardColumn(props: {
  column: Column;
  composing: boolean;
  onCompose: (open: boolean) => void;
  onOpen: (card: string) => void;
}) {
  const t = useTexts();
  const room = useRoom();
  const moves = useMoves();
  const [most, setMost] = createSignal(STEP);
  const ids = createMemo(() => room.cardIds(props.column.id));
  const drawn = createMemo(() => ids().slice(0, most()));
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
  // What has the focus, and the place where something would land, are drawn however far down they are.
  createEffect(() => {
    const focused = room.focused() ?? "";
    const mine = room.live.card(focused)?.columnId === props.column.id;
    const wanted = Math.max(mine ? ids().indexOf(focused) : 0, landing()?.index ?? 0);
    if (wanted >= most()) setMost(wanted + STEP);
  });
  const over = () => {
    const limit = props.column.wipLimit;
    return limit === null ? 0 : Math.max(0, room.live.cardIds(props.column.id).length - limit);
  };
  const watchEnd = (element: HTMLElement) => {
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setMost((count) => count + STEP),
      { rootMargin: "600px" },
    );
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  };
  return (
    <section
      data-column={props.column.id}
      aria-label={`${props.column.name}, ${t().boardScreen.cards(ids().length)}`}
      class={cx(
        "flex min-h-0 w-58 max-w-76 min-w-58 flex-1 shrink-0 flex-col rounded-3 border border-t-2 bg-sunken",
        "border-transparent dark:border-line dark:bg-canvas phone:w-[calc(100vw-40px)] phone:max-w-none phone:min-w-[calc(100vw-40px)] phone:snap-start",
        over() > 0 && "border-t-warn-mark! dark:border-t-warn-mark!",
      )}
    >
      <ColumnHead
        column={props.column}
        count={ids().length}
        over={over()}
        onCompose={() => props.onCompose(true)}
      />
      <ul
        data-lane
        aria-label={props.column.name}
        class="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto overscroll-y-contain px-2 pt-0.5 pb-2 phone:gap-2.5"
      >
        <For each={drawn()}>
          {(id, at) => (
            <>
              <Show when={slot() === at()}>
                <Slot />
              </Show>
              <li>
                <BoardCard id={id} onOpen={props.onOpen} />
              </li>
            </>
          )}
        </For>
        <Show when={slot() >= drawn().length}>
          <Slot />
        </Show>
        <Show when={drawn().length < ids().length}>
          <li ref={watchEnd} class="py-2 text-center text-small text-ink-3">
            {t().boardScreen.column.more(ids().length - drawn().length)}
          </li>
        </Show>
        <Show when={ids().length === 0 && !landing() && !props.composing}>
          <li class="py-6 text-center text-small text-ink-3">
            {room.filtering() ? t().boardScreen.filter.noMatch : t().boardScreen.column.empty}
          </li>
        </Show>
      </ul>
      <Show when={props.composing}>
        <Composer column={props.column} onClose={() => props.onCompose(false)} />
      </Show>
    </section>
  );
}

/** Where the card would land. */
function Slot() {
  return (
    <li
      aria-hidden="true"
      data-slot
      class="h-14 shrink-0 rounded-card border-2 border-dashed border-accent-line bg-accent-soft"
    />
  );
}
