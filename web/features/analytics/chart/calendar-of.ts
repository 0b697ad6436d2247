import type { Calendar } from "#domain/analytics/chart/calendar.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";

/** The calendar of figures that were computed at an instant (now, unless told otherwise) for a period. */
export const calendarOf = (at = new Date(), period?: Calendar["period"]): Calendar => ({
  today: Date.parse(calendarDate(at)),
  period,
});
