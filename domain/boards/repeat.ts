import { z } from "zod";
import { occurrences } from "./occurrences.ts";
import { parseRule } from "./rule.ts";

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

/** A date of our time: a series that began with the calendar would have to be counted through. */
const Day = z.iso.date().refine((date) => date >= "2000-01-01" && date < "2200-01-01");

/**
 * How a card comes again: at the start of each date of the rule, in the zone of whoever set it, the next card is made and takes
 * this over. `last`: the date of the card that bears it; null before the first.
 */
export const Repeat = z.strictObject({
  rule: z
    .string()
    .max(200)
    .regex(/^[A-Z0-9=;,+-]+$/)
    .refine((text) => parseRule(text) !== null),
  zone: z
    .string()
    .max(60)
    .regex(/^[\w+/-]+$/)
    .refine(isZone),
  from: Day,
  last: Day.nullable(),
});
export type Repeat = z.infer<typeof Repeat>;

/** What a zone's clocks show then, as if it were UTC (ms). */
function wallTime(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(ms);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

const HOUR = 3_600_000;

/**
 * The first instant (UTC ms) of a date in a zone: midnight, or, where clocks are put forward over it, the moment after.
 */
export function startOfDay(date: string, zone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // Zones are at most 14 hours ahead and 12 behind; the first instant that shows the date is found by halving.
  let before = midnight - 15 * HOUR;
  let after = midnight + 13 * HOUR;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallTime(middle, zone) >= midnight) after = middle;
    else before = middle;
  }
  return after;
}

/** The next date after the last one, or null when the series is over. */
export function nextDate({ rule, from, last }: Repeat): string | null {
  const parsed = parseRule(rule);
  if (!parsed) return null;
  for (const date of occurrences(parsed, from)) if (last === null || date > last) return date;
  return null;
}

/** When the next card is due to be made (UTC ms); null when the series is over. */
export function nextInstant(repeat: Repeat): number | null {
  const date = nextDate(repeat);
  return date === null ? null : startOfDay(date, repeat.zone);
}

/**
 * The latest date whose time has come (`now` in UTC ms). What was missed before it, in an outage, is passed over: one
 * card stands for all of them. Null when none has come.
 */
export function dueDate({ rule, zone, from, last }: Repeat, now: number): string | null {
  const parsed = parseRule(rule);
  const today = new Date(wallTime(now, zone)).toISOString().slice(0, 10);
  let due: string | null = null;
  for (const date of parsed ? occurrences(parsed, from) : []) {
    if (date > today) break;
    if (last === null || date > last) due = date;
  }
  return due;
}
