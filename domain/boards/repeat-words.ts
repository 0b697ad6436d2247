import type { repeats } from "#domain/i18n/fr/repeats.ts";
import type { Texts } from "#domain/i18n/texts.ts";
import type { Repeat } from "./repeat.ts";
import { parseRule, type Rule } from "./rule.ts";

type Words = Texts<typeof repeats>;

/** How dates are written: `24 novembre`, and with the year. */
export interface DateWords {
  dayOfYear(date: string): string;
  full(date: string): string;
}

function plain(rule: Rule, from: string, words: Words, dates: DateWords): string {
  const { freq, interval, byDay, byMonthDay } = rule;
  const nameOf = (day: number) => words.days[day] ?? "";
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay();
  if (freq === "DAILY") return words.daily(interval);
  if (freq === "YEARLY") return words.yearly(interval, dates.dayOfYear(from));
  if (freq === "WEEKLY") {
    const days = byDay.length > 0 ? byDay.map(({ day }) => day) : [weekday];
    if (interval === 1 && days.toSorted((a, b) => a - b).join() === "1,2,3,4,5")
      return words.workdays;
    return words.weekly(interval, words.join(days.map(nameOf)), days.length === 1);
  }
  if (byDay.length > 0) {
    const named = byDay.map(({ nth, day }) => words.nthDay(nth, nameOf(day)));
    return words.monthly(interval, words.join(named));
  }
  const days = byMonthDay.length > 0 ? byMonthDay : [Number(from.slice(8))];
  return words.monthly(interval, words.join(days.map((day) => words.monthDay(day))));
}

/** A recurrence in words, such as « Tous les lundis, jusqu’au 3 mars 2027 ». */
export function repeatWords({ rule, from }: Repeat, words: Words, dates: DateWords): string {
  const parsed = parseRule(rule);
  if (!parsed) return rule;
  const told = plain(parsed, from, words, dates);
  if (parsed.until !== null) return words.ends(told, dates.full(parsed.until));
  return parsed.count === null ? told : words.times(told, parsed.count);
}
