import { createContext, createMemo, createSignal, useContext, type JSX } from "solid-js";
import { firstWeekday } from "#web/lib/format.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { today } from "#web/lib/today.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { createDayDrag } from "./day-drag.ts";
import { dealByDay, turned, weeksAround } from "./days.ts";

/** A card carried by keyboard, and the day it would go to; null is none. */
interface CarriedToDay {
  card: string;
  day: string | null;
}

/** What the parts of one calendar share: days, what is due when, and what is moved from day to day. */
function createCalendar(onOpen: (card: string) => void) {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const { locale } = useLocale();
  const firstDay = createMemo(() => firstWeekday(locale()));
  const on = () => room.look.on ?? today();
  const weeks = createMemo(() => weeksAround(on(), room.look.span, firstDay()));
  const dealt = createMemo(() =>
    dealByDay(
      room.allIds().flatMap((id) => room.live.card(id) ?? []),
      room.isDone,
    ),
  );
  const [carried, setCarried] = createSignal<CarriedToDay | null>(null);
  const [composing, setComposing] = createSignal<string | null>(null);
  const [opened, setOpened] = createSignal<string | null>(null);

  const goTo = (day: string | null) => room.setLook("on", day === today() ? null : day);
  const titleOf = (card: string) => room.live.card(card)?.title ?? "";
  /** Gives a card, or with it every selected one, another date as one step. */
  const drop = (card: string, day: string | null) => {
    const group = room.selected().has(card) ? [...room.selected()] : [card];
    const ops = group
      .filter((id) => room.live.card(id)?.dueOn !== day)
      .map((id) => ({ kind: "card.update" as const, card: id, set: { dueOn: day } }));
    if (ops.length > 0) void room.live.act(...ops);
    const words = t().boardViews.calendar;
    room.say(
      day === null ? words.undated(titleOf(card)) : words.dropped(titleOf(card), f().dayLong(day)),
    );
  };
  const turn = (by: 1 | -1) => goTo(turned(on(), room.look.span, by));
  const drag = createDayDrag({
    may: room.may.write,
    drop: (card, day) => drop(card, day || null),
    held: (card, anchor) => room.setQuick({ field: "due", cards: [card], anchor }),
    turn,
  });
  return {
    on,
    weeks,
    firstDay,
    goTo,
    turn,
    onOpen,
    /** Ids of the cards due on a day. */
    due: (day: string): readonly string[] => dealt().days.get(day) ?? [],
    undated: () => dealt().undated,
    drag,
    drop,
    carried,
    setCarried,
    /** Whether something would land on a day now; the tray's name is empty. */
    lands: (day: string) =>
      drag.over() === day || (carried() !== null && (carried()?.day ?? "") === day),
    titleOf,
    /** The day that a new card is being written for. */
    composing,
    setComposing,
    /** The day whose cards are all listed: beside the grid on a phone, else over it. */
    opened,
    setOpened,
  };
}

type CalendarState = ReturnType<typeof createCalendar>;

const CalendarContext = createContext<CalendarState>();

/** Gives one calendar to its parts. */
export function CalendarProvider(props: { onOpen: (card: string) => void; children: JSX.Element }) {
  return (
    <CalendarContext.Provider value={createCalendar((card) => props.onOpen(card))}>
      {props.children}
    </CalendarContext.Provider>
  );
}

/** The calendar around. Error: outside of one. */
export function useCalendar(): CalendarState {
  const calendar = useContext(CalendarContext);
  if (!calendar) throw new Error("useCalendar needs a CalendarProvider above");
  return calendar;
}
