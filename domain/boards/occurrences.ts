import type { Rule } from "./rule.ts";

const DAY = 86_400_000;
/** A rule that finds nothing within so many periods finds nothing: 30 February, every year. */
const PERIODS = 2000;

const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const dayOf = (ms: number) => new Date(ms).getUTCDay();

/** The dates of one month that a rule means, in order. `month` counts from 0 and may run over. */
function inMonth(rule: Rule, year: number, month: number, day: number): number[] {
  const first = Date.UTC(year, month, 1);
  const length = (Date.UTC(year, month + 1, 1) - first) / DAY;
  const days = Array.from({ length }, (_, i) => i + 1);
  const holds = (n: number): boolean => {
    if (rule.byMonthDay.length > 0) {
      return rule.byMonthDay.some((wanted) => n === (wanted < 0 ? length + 1 + wanted : wanted));
    }
    if (rule.byDay.length === 0) return n === day;
    return rule.byDay.some(({ nth, day: weekday }) => {
      if (dayOf(first + (n - 1) * DAY) !== weekday) return false;
      if (nth === 0) return true;
      return nth > 0 ? Math.ceil(n / 7) === nth : Math.ceil((length - n + 1) / 7) === -nth;
    });
  };
  return days.filter(holds).map((n) => first + (n - 1) * DAY);
}

/** The dates of the period that comes so many periods after the one of `from`. */
function inPeriod(rule: Rule, from: number, step: number): number[] {
  const start = new Date(from);
  const [year, month, day] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
  const by = step * rule.interval;
  if (rule.freq === "DAILY") return [from + by * DAY];
  if (rule.freq === "MONTHLY") return inMonth(rule, year, month + by, day);
  if (rule.freq === "YEARLY") {
    const date = Date.UTC(year + by, month, day);
    return new Date(date).getUTCMonth() === month ? [date] : [];
  }
  // Weeks begin on Monday (RFC 5545, the default of WKST).
  const monday = from - ((dayOf(from) + 6) % 7) * DAY + by * 7 * DAY;
  const days = rule.byDay.length > 0 ? rule.byDay.map((one) => one.day) : [dayOf(from)];
  return days.map((weekday) => monday + ((weekday + 6) % 7) * DAY).toSorted((a, b) => a - b);
}

/** The dates of a rule from its first day on, in order, each once; ends where the rule does. Dates are `YYYY-MM-DD`. */
export function* occurrences(rule: Rule, from: string): Generator<string> {
  const begin = utc(from);
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  let idle = 0;
  for (let step = 0; idle < PERIODS; step += 1) {
    const found = inPeriod(rule, begin, step).filter((date) => date >= begin);
    idle = found.length > 0 ? 0 : idle + 1;
    for (const date of new Set(found)) {
      if (left <= 0 || date > 8.64e15 || (rule.until !== null && iso(date) > rule.until)) return;
      left -= 1;
      yield iso(date);
    }
  }
}
