import type { PeriodValue } from "./parameters.ts";

/** Calendar days, both included; null is open. */
export interface Days {
  from: string | null;
  to: string | null;
}

const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The days that a period means on `today` (YYYY-MM-DD). */
export function daysOf(value: PeriodValue, today: string): Days {
  if (!("preset" in value)) return value;
  const [year = 1970, at = 1] = today.split("-").map(Number);
  const month = at - 1;
  const quarter = month - (month % 3);
  switch (value.preset) {
    case "all":
      return { from: null, to: null };
    case "this_month":
      return { from: iso(year, month, 1), to: iso(year, month + 1, 0) };
    case "last_month":
      return { from: iso(year, month - 1, 1), to: iso(year, month, 0) };
    case "this_quarter":
      return { from: iso(year, quarter, 1), to: iso(year, quarter + 3, 0) };
    case "this_year":
      return { from: iso(year, 0, 1), to: iso(year, 12, 0) };
    case "last_year":
      return { from: iso(year - 1, 0, 1), to: iso(year, 0, 0) };
    case "last_12_months":
      return { from: iso(year, month - 11, 1), to: iso(year, month + 1, 0) };
    default:
      return value.preset satisfies never;
  }
}
