import IconChevron from "~icons/lucide/chevron-down";
import { For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { PriorityIcon } from "#web/ui/priority-icon.tsx";
import { ColumnHead } from "#web/features/boards/board/column-head.tsx";
import { Composer } from "#web/features/boards/board/composer.tsx";
import { NOBODY } from "#web/features/boards/board/filter.ts";
import { useMoves } from "#web/features/boards/board/moves.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { LaneCell } from "./lane-cell.tsx";
import { createNear } from "./near.ts";

/** The board in rows across its columns: by person, priority, client or tag. */
export function Swimlanes(props: {
  composing: string | null;
  onCompose: (columnId: string | null) => void;
  onOpen: (card: string) => void;
}) {
  const t = useTexts();
  const room = useRoom();
  const moves = useMoves();
  const columns = () => room.live.columns();
  const tracks = () => `repeat(${columns().length}, minmax(0, 1fr))`;
  return (
    // A column is no narrower than `--least`, its gap included: on a phone one fills the screen, as without rows.
    <div
      class="w-full [--least:244px] phone:[--least:calc(100vw-28px)]"
      style={{ "min-width": `calc(${columns().length} * var(--least) - 12px)` }}
    >
      <div
        class="sticky -top-3 z-3 grid gap-3 bg-surface py-2"
        style={{ "grid-template-columns": tracks() }}
      >
        <For each={columns()}>
          {(column) => (
            <div data-tab={column.id} class="min-w-0">
              <ColumnHead
                column={column}
                shown={room.cardIds(column.id).length}
                onCompose={() => props.onCompose(column.id)}
              />
              <Show when={props.composing === column.id}>
                <Composer column={column} onClose={() => props.onCompose(null)} />
              </Show>
            </div>
          )}
        </For>
      </div>
      <For
        each={moves.lanes.keys()}
        fallback={<p class="py-10 text-center text-ink-3">{t().boardScreen.filter.noMatch}</p>}
      >
        {(lane) => <Swimlane lane={lane} tracks={tracks()} onOpen={props.onOpen} />}
      </For>
    </div>
  );
}

function Swimlane(props: { lane: string; tracks: string; onOpen: (card: string) => void }) {
  const t = useTexts();
  const room = useRoom();
  const moves = useMoves();
  const [near, watch] = createNear();
  const folded = () => moves.folded().has(props.lane);
  const label = () => moves.lanes.labelOf(props.lane);
  const count = () => moves.lanes.count(props.lane);
  const person = () =>
    moves.lanes.by() === "assignee" && props.lane !== NOBODY
      ? { id: props.lane, name: label() }
      : undefined;
  return (
    <section ref={watch} aria-label={`${label()}, ${t().boardScreen.cards(count())}`} class="mb-2">
      <h2 class="sticky left-0 w-fit">
        <button
          type="button"
          aria-expanded={!folded()}
          onClick={() => moves.fold(props.lane)}
          class="flex h-8 items-center gap-2 rounded-2 px-2 font-medium hover:bg-hover phone:h-11"
        >
          <Icon
            of={IconChevron}
            size={14}
            class={cx("text-ink-3 transition-transform", folded() && "-rotate-90")}
          />
          <Show when={person()}>
            {(who) => <Avatar person={who()} self={who().id === room.me()} size={20} decorative />}
          </Show>
          <Show when={moves.lanes.by() === "priority"}>
            <PriorityIcon level={props.lane as "none"} decorative />
          </Show>
          {label()}
          <span class="num text-small font-normal text-ink-3">{count()}</span>
        </button>
      </h2>
      <Show when={!folded()}>
        <Show when={near()} fallback={<div class="h-40" />}>
          <div class="grid items-stretch gap-3" style={{ "grid-template-columns": props.tracks }}>
            <For each={room.live.columns()}>
              {(column) => <LaneCell lane={props.lane} column={column} onOpen={props.onOpen} />}
            </For>
          </div>
        </Show>
      </Show>
    </section>
  );
}
