import { createMemo, createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { Portal } from "solid-js/web";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { today } from "#web/lib/today.ts";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { Spoken } from "#web/features/boards/board/spoken.tsx";
import { CalendarHead } from "./calendar-head.tsx";
import { calendarKey } from "./calendar-keys.ts";
import { CalendarProvider, useCalendar } from "./calendar-state.tsx";
import { DayCell } from "./day-cell.tsx";
import { DayList } from "./day-list.tsx";
import { Tray } from "./tray.tsx";

/** Px of a day's head, and of each card below it. */
const HEAD_PX = 30;
const LINE_PX = 28;

/** The cards of a board on their due dates, by month or week. */
export function CalendarView(props: { onOpen: (card: string) => void }) {
  return (
    <CalendarProvider onOpen={props.onOpen}>
      <Calendar />
      <Spoken />
    </CalendarProvider>
  );
}

function Calendar() {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const calendar = useCalendar();
  const { locale } = useLocale();
  const phone = createMediaQuery("(width < 40rem)");
  const [tray, setTray] = createSignal(!phone());
  const [active, setActive] = createSignal(today());
  const [height, setHeight] = createSignal(0);
  let box!: HTMLDivElement;
  onMount(() => {
    if (!("ResizeObserver" in globalThis)) return;
    const observer = new ResizeObserver(() => setHeight(box.clientHeight));
    observer.observe(box);
    onCleanup(() => observer.disconnect());
  });
  const lines = createMemo(() => {
    if (room.look.span === "week") return null;
    const each = height() / calendar.weeks().length;
    return each > 0 ? Math.max(1, Math.floor((each - HEAD_PX) / LINE_PX)) : 3;
  });
  const days = createMemo(() => calendar.weeks().flat());
  /** The day that Tab leads to is always one that is shown. */
  const reached = () => (days().includes(active()) ? active() : (days()[0] ?? ""));
  const focusDay = (day: string) => {
    setActive(day);
    if (!days().includes(day)) calendar.goTo(day);
    queueMicrotask(() =>
      box.querySelector<HTMLElement>(`[role=gridcell][data-day="${day}"]`)?.focus(),
    );
  };
  const weekdayName = (day: string, style: "short" | "long") =>
    new Intl.DateTimeFormat(locale(), { weekday: style, timeZone: "UTC" }).format(Date.parse(day));
  const scene = {
    room,
    calendar,
    words: () => t().boardViews.calendar,
    dayLong: (day: string) => f().dayLong(day),
    focusDay,
  };
  return (
    // One listener for the keys of every day and card.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      data-calendar
      class="flex min-h-0 flex-1 flex-col"
      onFocusIn={(event) => {
        const { card } = (event.target as HTMLElement).dataset;
        if (card) room.setFocused(card);
      }}
      onKeyDown={(event) => {
        if (!calendarKey(event, scene)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <CalendarHead tray={tray()} onTray={() => setTray(!tray())} />
      <div class="flex min-h-0 flex-1 phone:flex-col">
        <div
          role="grid"
          aria-label={t().boardViews.calendar.label}
          class="flex min-h-0 min-w-0 flex-1 flex-col"
        >
          <div role="row" class="grid shrink-0 grid-cols-7 border-b border-line bg-canvas">
            <For each={calendar.weeks()[0]}>
              {(day) => (
                <div
                  role="columnheader"
                  aria-label={weekdayName(day, "long")}
                  class="px-2 py-1 text-micro font-medium text-ink-3 phone:px-0 phone:text-center"
                >
                  {weekdayName(day, "short")}
                </div>
              )}
            </For>
          </div>
          <div
            ref={box}
            role="rowgroup"
            class="grid min-h-0 flex-1 auto-rows-[minmax(0,1fr)] overflow-y-auto"
          >
            <For each={calendar.weeks()}>
              {(week) => (
                <div role="row" class="grid min-h-14 grid-cols-7">
                  <For each={week}>
                    {(day) => (
                      <DayCell
                        day={day}
                        room={lines()}
                        phone={phone()}
                        active={reached() === day}
                        onFocus={() => setActive(day)}
                      />
                    )}
                  </For>
                </div>
              )}
            </For>
          </div>
        </div>
        <Show when={phone() && calendar.opened()}>
          {(day) => (
            <section
              aria-label={f().dayLong(day())}
              class="flex max-h-64 shrink-0 flex-col gap-2 border-t border-line p-3"
            >
              <h2 class="font-semibold first-letter:uppercase">{f().dayLong(day())}</h2>
              <Show
                when={calendar.due(day()).length > 0}
                fallback={<p class="text-ink-3">{t().boardScreen.column.empty}</p>}
              >
                <DayList label={f().dayLong(day())} ids={calendar.due(day())} />
              </Show>
            </section>
          )}
        </Show>
        <Show when={tray()}>
          <Tray onClose={() => setTray(false)} />
        </Show>
      </div>
      <Show when={calendar.drag.dragged()}>
        {(card) => (
          <Portal>
            <div
              ref={calendar.drag.ghost}
              aria-hidden="true"
              class="pointer-events-none fixed top-0 left-0 z-9 max-w-60 truncate rounded-2 border border-accent bg-raised px-2 py-1 text-small font-medium shadow-3 will-change-transform"
            >
              {calendar.titleOf(card())}
              <Show when={room.selected().has(card()) && room.selected().size > 1}>
                {` (${room.selected().size})`}
              </Show>
            </div>
          </Portal>
        )}
      </Show>
    </div>
  );
}
