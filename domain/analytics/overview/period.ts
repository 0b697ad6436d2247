export type Period = "day" | "month" | "year";

const DAY = 86_400_000;

/** The step that shows a span of time in some tens of points. Epoch milliseconds (UTC). */
export function periodOf(min: number, max: number): Period {
  const days = (max - min) / DAY;
  return days <= 62 ? "day" : days <= 366 * 6 ? "month" : "year";
}

/** The start of the period after the one that starts at `start`. */
export function nextPeriod(start: number, period: Period): number {
  const at = new Date(start);
  if (period === "day") return start + DAY;
  return period === "month"
    ? Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1)
    : Date.UTC(at.getUTCFullYear() + 1, 0, 1);
}

/** Share of a period that lies between two instants: a file seldom begins and ends with one. */
export function covered(start: number, period: Period, min: number, max: number): number {
  const end = nextPeriod(start, period);
  const till = Math.min(end, max + DAY);
  return Math.max(0, till - Math.max(start, min)) / (end - start);
}
