import { PRIORITIES, type Card } from "#domain/boards/model.ts";
import { addDays, addMonths, monthWeeks, startOfWeek } from "#web/ui/date/calendar.ts";

export type Span = "month" | "week";

/** The weeks to draw around a day: its own, or those of its month without any that is wholly of another one. */
export function weeksAround(on: string, span: Span, firstDay: number): string[][] {
  if (span === "week") {
    const start = startOfWeek(on, firstDay);
    return [Array.from({ length: 7 }, (_, day) => addDays(start, day))];
  }
  const month = on.slice(0, 7);
  return monthWeeks(on, firstDay).filter((week) => week.some((day) => day.startsWith(month)));
}

/** The day to stand at one span later or earlier. */
export function turned(on: string, span: Span, by: 1 | -1): string {
  return span === "week" ? addDays(on, 7 * by) : addMonths(`${on.slice(0, 7)}-01`, by);
}

/** Where a key leads from a day; undefined when it is none of the calendar's. */
export function dayAfter(key: string, day: string, firstDay: number): string | undefined {
  const ways: Record<string, () => string> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowUp: () => addDays(day, -7),
    ArrowDown: () => addDays(day, 7),
    Home: () => startOfWeek(day, firstDay),
    End: () => addDays(startOfWeek(day, firstDay), 6),
    PageUp: () => addMonths(day, -1),
    PageDown: () => addMonths(day, 1),
  };
  return ways[key]?.();
}

/** Cards by due date: on each day what is open first, the most pressing on top; `undated` are open ones without a date. */
export interface Dealt {
  days: ReadonlyMap<string, readonly string[]>;
  undated: readonly string[];
}

/** Deals cards, given in the board's order, out to their days. */
export function dealByDay(cards: readonly Card[], isDone: (columnId: string) => boolean): Dealt {
  const found = cards.map((card) => ({
    id: card.id,
    dueOn: card.dueOn,
    done: isDone(card.columnId),
    level: PRIORITIES.indexOf(card.priority),
  }));
  const dated = found.toSorted((a, b) => Number(a.done) - Number(b.done) || b.level - a.level);
  const days = new Map<string, string[]>();
  for (const { id, dueOn } of dated) {
    if (dueOn === null) continue;
    const day = days.get(dueOn);
    if (day) day.push(id);
    else days.set(dueOn, [id]);
  }
  const undated = found.filter(({ dueOn, done }) => dueOn === null && !done).map(({ id }) => id);
  return { days, undated };
}
