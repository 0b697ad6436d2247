import type { Preset } from "./model.ts";

export interface Days {
  /** YYYY-MM-DD; both belong to the span. */
  from: string;
  to: string;
}

/** YYYY-MM-DD of a month counted from 0; what lies beyond its ends goes on in the next or the one before. */
export const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The days of a preset, seen from `today` (YYYY-MM-DD). Spans that are not over go to their end. */
export function presetDays(preset: Preset, today: string): Days {
  const now = new Date(`${today}T00:00:00Z`);
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const quarter = Math.floor(month / 3) * 3;
  const back = (days: number): Days => ({ from: iso(year, month, day - days + 1), to: today });
  switch (preset) {
    case "today":
      return { from: today, to: today };
    case "last7":
      return back(7);
    case "last30":
      return back(30);
    case "last90":
      return back(90);
    case "thisMonth":
      return { from: iso(year, month, 1), to: iso(year, month + 1, 0) };
    case "lastMonth":
      return { from: iso(year, month - 1, 1), to: iso(year, month, 0) };
    case "thisQuarter":
      return { from: iso(year, quarter, 1), to: iso(year, quarter + 3, 0) };
    case "lastQuarter":
      return { from: iso(year, quarter - 3, 1), to: iso(year, quarter, 0) };
    case "thisYear":
      return { from: iso(year, 0, 1), to: iso(year, 11, 31) };
    case "lastYear":
      return { from: iso(year - 1, 0, 1), to: iso(year - 1, 11, 31) };
    default:
      return preset satisfies never;
  }
}
