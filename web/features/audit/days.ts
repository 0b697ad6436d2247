import { calendarDate } from "#web/lib/calendar-date.ts";

/** Rows of one calendar day of this device, in their order. */
export interface Day<T> {
  /** Its date, and how many parts of the same day stand above it: a row that came late may part a day. */
  id: string;
  /** YYYY-MM-DD */
  date: string;
  rows: T[];
}

/** Cuts rows that come last first into days. */
export function daysOf<T extends { at: string }>(rows: readonly T[]): Day<T>[] {
  const days: Day<T>[] = [];
  for (const row of rows) {
    const date = calendarDate(new Date(row.at));
    const last = days.at(-1);
    if (last?.date === date) last.rows.push(row);
    else {
      const above = days.filter((day) => day.date === date).length;
      days.push({ id: `${date} ${above}`, date, rows: [row] });
    }
  }
  return days;
}
