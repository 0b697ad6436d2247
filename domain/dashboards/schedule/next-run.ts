import type { Timing } from "./model.ts";

const HOUR = 3_600_000;
const DAY = 86_400_000;

interface Day {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

type Wall = (at: number) => Day & { hour: number };

/** The calendar day and the clock of instants in a zone. */
function wallIn(timeZone: string): Wall {
  const numeric = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric" } as const;
  const format = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...numeric });
  return (at) => {
    const parts = format.formatToParts(at);
    const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    return { year: of("year"), month: of("month"), day: of("day"), hour: of("hour") };
  };
}

/**
 * The instant at which a zone's clock shows this hour on this day. In spring, an hour that the clock leaves out is the one after it; in
 * autumn, an hour that comes twice is its first.
 */
function instantOf(day: Day, hour: number, wallOf: Wall): number {
  const guess = Date.UTC(day.year, day.month - 1, day.day, hour);
  // Zones stand between 12 hours behind UTC and 14 ahead; the first instant that shows the hour, or a later one, is meant.
  for (let at = guess - 14 * HOUR; at <= guess + 13 * HOUR; at += HOUR / 4) {
    const wall = wallOf(at);
    const shown = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour);
    if (shown >= guess) return at;
  }
  return guess;
}

const lastDayOf = ({ year, month }: Day) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function isOn({ frequency }: Timing, day: Day): boolean {
  if (frequency.every === "day") return true;
  if (frequency.every === "month") {
    return day.day === Math.min(frequency.day, lastDayOf(day));
  }
  const weekday = new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() || 7;
  return frequency.days.includes(weekday);
}

/**
 * When a schedule is next due after an instant: UTC milliseconds, and so is the answer. A day of the month that a month does not have is
 * its last.
 */
export function nextRun(timing: Timing, after: number): number {
  const wallOf = wallIn(timing.timeZone);
  const { year, month, day } = wallOf(after);
  const first = Date.UTC(year, month - 1, day);
  for (let ahead = 0; ahead <= 62; ahead += 1) {
    const date = new Date(first + ahead * DAY);
    const on = {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    };
    if (!isOn(timing, on)) continue;
    const at = instantOf(on, timing.hour, wallOf);
    if (at > after) return at;
  }
  throw new RangeError("A schedule that is never due");
}

/** Milliseconds after which figures are older than what the schedule promises: a day, a week, a month of 31 days. */
export function periodOf({ frequency }: Pick<Timing, "frequency">): number {
  const days = { day: 1, week: 7, month: 31 } as const;
  return days[frequency.every] * DAY;
}
