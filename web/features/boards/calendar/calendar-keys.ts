import type { Texts } from "#domain/i18n/texts.ts";
import type { boardViews } from "#domain/i18n/fr/board-views.ts";
import { today } from "#web/lib/today.ts";
import type { BoardRoom } from "#web/features/boards/board/room.tsx";
import type { useCalendar } from "./calendar-state.tsx";
import { dayAfter } from "./days.ts";

type Calendar = ReturnType<typeof useCalendar>;
interface KeyScene {
  room: BoardRoom;
  calendar: Calendar;
  words: () => Texts<typeof boardViews>["calendar"];
  dayLong: (day: string) => string;
  focusDay: (day: string) => void;
}

const FIELDS = { a: "assignees", d: "due", l: "tags" } as const;

/** A card as it is drawn, on its day or in the tray, once everything is. */
export function focusDayCard(card: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-calendar] [data-card="${card}"]`)?.focus(),
  );
}

/** Keys while a card is carried: arrows choose the day, Delete the tray, Enter drops, Escape gives up. */
function carryKey(event: KeyboardEvent, scene: KeyScene): boolean {
  const { calendar, room, words } = scene;
  const now = calendar.carried();
  if (!now) return false;
  const from = now.day ?? today();
  const next = dayAfter(event.key, from, calendar.firstDay());
  if (next) {
    const day = now.day === null ? from : next;
    calendar.setCarried({ card: now.card, day });
    if (!calendar.weeks().flat().includes(day)) calendar.goTo(day);
    room.say(scene.dayLong(day));
    return true;
  }
  if (event.key === "Delete" || event.key === "Backspace") {
    calendar.setCarried({ card: now.card, day: null });
    room.say(words().tray);
  } else if (event.key === "Enter" || event.key === " ") {
    calendar.setCarried(null);
    calendar.drop(now.card, now.day);
    focusDayCard(now.card);
  } else if (event.key === "Escape" || event.key === "Tab") {
    calendar.setCarried(null);
    room.say(words().cancelled(calendar.titleOf(now.card)));
    if (event.key === "Tab") return false;
    focusDayCard(now.card);
  }
  return true;
}

/** Keys of a focused card. */
function cardKey(event: KeyboardEvent, card: string, scene: KeyScene): boolean {
  const { calendar, room } = scene;
  const target = event.target as HTMLElement;
  const day = room.live.card(card)?.dueOn ?? null;
  const key = event.key.toLowerCase();
  const cards = room.selected().has(card) ? [...room.selected()] : [card];
  if (event.key === "ArrowUp" || event.key === "ArrowDown") {
    const list = [
      ...(target.closest("[data-day]")?.querySelectorAll<HTMLElement>("[data-card]") ?? []),
    ];
    const next = list[list.indexOf(target) + (event.key === "ArrowUp" ? -1 : 1)];
    if (next) next.focus();
    else if (day !== null)
      scene.focusDay(event.key === "ArrowUp" ? day : (dayAfter(event.key, day, 1) ?? day));
  } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
    if (day !== null) scene.focusDay(dayAfter(event.key, day, 1) ?? day);
  } else if (event.key === "Enter") calendar.onOpen(card);
  else if (event.key === "Escape") {
    if (room.selected().size > 0) room.select(new Set());
    else if (day !== null) scene.focusDay(day);
  } else if (!room.may.write()) return false;
  else if (event.key === " ") {
    calendar.setCarried({ card, day });
    room.say(scene.words().lifted(calendar.titleOf(card)));
  } else if (key === "x") room.toggle(card);
  else if (key === "m") room.askMove(cards);
  else if (key in FIELDS) {
    room.setQuick({ field: FIELDS[key as keyof typeof FIELDS], cards, anchor: target });
  } else return false;
  return true;
}

/** Keys of a focused day: arrows go from day to day, Enter to its cards or to a new one. */
function dayKey(event: KeyboardEvent, day: string, scene: KeyScene): boolean {
  const { calendar, room } = scene;
  const next = dayAfter(event.key, day, calendar.firstDay());
  if (next) scene.focusDay(next);
  else if (event.key === "Enter" && calendar.due(day).length > 0) {
    const cell = event.target as HTMLElement;
    const card = cell.querySelector<HTMLElement>("[data-card]");
    if (card) card.focus();
    else calendar.setOpened(day);
  } else if ((event.key === "Enter" || event.key === "c") && room.may.write()) {
    calendar.setComposing(day);
  } else return false;
  return true;
}

/** The keys of a calendar of cards. Answers whether the key was one of them. */
export function calendarKey(event: KeyboardEvent, scene: KeyScene): boolean {
  if (event.altKey || event.metaKey || event.ctrlKey || event.isComposing) return false;
  if (scene.calendar.carried()) return carryKey(event, scene);
  const target = event.target as HTMLElement;
  const { card, day } = target.dataset;
  if (card) return cardKey(event, card, scene);
  return day ? dayKey(event, day, scene) : false;
}
