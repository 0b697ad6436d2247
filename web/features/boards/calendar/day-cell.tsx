import IconPlus from "~icons/lucide/plus";
import { createMemo, For, Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { today } from "#web/lib/today.ts";
import { cx } from "#web/ui/cx.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { useCalendar } from "./calendar-state.tsx";
import { DayCard } from "./day-card.tsx";
import { DayComposer } from "./day-composer.tsx";
import { DayList } from "./day-list.tsx";

/** One day: its number, its cards as far as there is room, and where the rest of them is. */
export function DayCell(props: {
  day: string;
  /** How many lines a cell of the month has room for; a week's day lists all. */
  room: number | null;
  phone: boolean;
  onFocus: () => void;
  active: boolean;
}) {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const calendar = useCalendar();
  const ids = createMemo(() => calendar.due(props.day));
  const shown = createMemo(() => {
    const all = ids();
    if (props.room === null || all.length <= props.room) return all;
    return all.slice(0, Math.max(0, props.room - 1));
  });
  const outside = () =>
    room.look.span === "month" && props.day.slice(0, 7) !== calendar.on().slice(0, 7);
  const isToday = () => props.day === today();
  const opened = () => calendar.opened() === props.day;
  return (
    // Keys are heard by the calendar around.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="gridcell"
      data-day={props.day}
      tabIndex={props.active ? 0 : -1}
      aria-current={isToday() ? "date" : undefined}
      aria-selected={props.phone ? opened() : undefined}
      onFocus={() => props.onFocus()}
      onClick={() => props.phone && calendar.setOpened(props.day)}
      onDblClick={() => room.may.write() && calendar.setComposing(props.day)}
      class={cx(
        "group/day relative flex min-h-0 min-w-0 flex-col gap-1 border-r border-b border-line p-1 outline-offset-[-2px]",
        outside() ? "bg-canvas" : "bg-surface",
        calendar.lands(props.day) && "bg-accent-soft! inset-ring-2 inset-ring-accent-line",
        props.phone && opened() && "bg-hover!",
      )}
    >
      <span class="flex h-5 shrink-0 items-center justify-between phone:justify-center">
        <span class="sr-only">
          {t().boardViews.calendar.day(f().dayLong(props.day), ids().length)}
        </span>
        <span
          aria-hidden="true"
          class={cx(
            "num flex h-5 min-w-5 items-center justify-center rounded-full px-1 text-small",
            isToday() ? "bg-accent font-semibold text-on-accent" : "text-ink-2",
            outside() && !isToday() && "text-ink-3",
          )}
        >
          {Number(props.day.slice(8))}
        </span>
        <Show when={room.may.write() && !props.phone}>
          <IconButton
            icon={IconPlus}
            size="sm"
            quiet
            tabIndex={-1}
            label={t().boardViews.calendar.add(f().day(props.day))}
            class="opacity-0 group-focus-within/day:opacity-100 group-hover/day:opacity-100"
            onClick={() => calendar.setComposing(props.day)}
          />
        </Show>
      </span>
      <Show when={calendar.composing() === props.day}>
        <DayComposer day={props.day} />
      </Show>
      <Show when={!props.phone} fallback={<Dots count={ids().length} />}>
        <Show
          when={props.room !== null}
          fallback={<DayList label={f().dayLong(props.day)} ids={ids()} class="flex-1" />}
        >
          <For each={shown()}>{(id) => <DayCard id={id} />}</For>
          <Show when={ids().length > shown().length}>
            <Popover
              label={f().dayLong(props.day)}
              open={opened()}
              onOpenChange={(open) => calendar.setOpened(open ? props.day : null)}
              class="flex max-h-96 w-64 flex-col gap-2 p-2"
              trigger={(attributes) => (
                <button
                  type="button"
                  {...attributes}
                  tabIndex={-1}
                  class="shrink-0 rounded-2 px-1.5 text-left text-small text-ink-2 hover:bg-hover"
                >
                  {t().boardViews.calendar.more(ids().length - shown().length)}
                </button>
              )}
            >
              <p class="px-1 font-semibold first-letter:uppercase">{f().dayLong(props.day)}</p>
              <DayList label={f().dayLong(props.day)} ids={ids()} />
            </Popover>
          </Show>
        </Show>
      </Show>
    </div>
  );
}

/** On a phone a day has room for how many there are, not for their names. */
function Dots(props: { count: number }) {
  return (
    <Show when={props.count > 0}>
      <span
        aria-hidden="true"
        class="num mx-auto rounded-full bg-accent-soft px-1.5 text-micro font-medium text-accent-ink"
      >
        {props.count}
      </span>
    </Show>
  );
}
