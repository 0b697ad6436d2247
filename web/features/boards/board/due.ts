import { daysBetween } from "#web/lib/calendar-date.ts";

/** How a due date colours a card: late, within the week, later, or of no matter because the work is done. */
export function dueLook(
  date: string,
  today: string,
  done: boolean,
): "late" | "soon" | "later" | "done" {
  if (done) return "done";
  const days = daysBetween(today, date);
  if (days < 0) return "late";
  return days <= 7 ? "soon" : "later";
}
