import { For, Show } from "solid-js";
import { cx } from "#web/ui/cx.ts";
import { createLaneView } from "#web/features/boards/board/lane-view.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { useCalendar } from "./calendar-state.tsx";
import { DayCard } from "./day-card.tsx";

/** Px of a card of the calendar, before one was measured. */
const CARD_PX = 24;

/** Cards below each other, however many: only those near what can be seen are drawn. */
export function DayList(props: { label: string; ids: readonly string[]; class?: string }) {
  const room = useRoom();
  const calendar = useCalendar();
  const lane = createLaneView(
    () => props.ids,
    () =>
      [room.focused(), calendar.carried()?.card, calendar.drag.dragged()]
        .map((id) => props.ids.indexOf(id ?? ""))
        .filter((at) => at !== -1),
    CARD_PX,
  );
  return (
    <ul
      ref={lane.lane}
      data-lane
      aria-label={props.label}
      class={cx("flex min-h-0 flex-col gap-1 overflow-y-auto overscroll-y-contain", props.class)}
    >
      <For each={lane.drawn()}>
        {(id) => (
          <li
            ref={lane.item}
            data-item={id}
            aria-setsize={props.ids.length}
            aria-posinset={lane.at(id) + 1}
            class="shrink-0"
            style={{ "margin-top": lane.room(id) > 0 ? `${lane.room(id)}px` : undefined }}
          >
            <DayCard id={id} />
          </li>
        )}
      </For>
      <Show when={lane.rest() > 0}>
        <li aria-hidden="true" class="shrink-0" style={{ height: `${lane.rest()}px` }} />
      </Show>
    </ul>
  );
}
