import { iso, presetDays } from "#domain/analytics/builder/presets.ts";
import type { PeriodValue } from "./parameters.ts";

/** Calendar days, both included; null is open. */
export interface Days {
  from: string | null;
  to: string | null;
}

/** What the builder of questions knows by other names. */
const PRESETS = {
  this_month: "thisMonth",
  last_month: "lastMonth",
  this_quarter: "thisQuarter",
  this_year: "thisYear",
  last_year: "lastYear",
} as const;

/** The days that a period means on `today` (YYYY-MM-DD). */
export function daysOf(value: PeriodValue, today: string): Days {
  if (!("preset" in value)) return value;
  const { preset } = value;
  if (preset === "all") return { from: null, to: null };
  if (preset !== "last_12_months") return presetDays(PRESETS[preset], today);
  const [year = 1970, month = 1] = today.split("-").map(Number);
  return { from: iso(year, month - 12, 1), to: iso(year, month, 0) };
}
