import { daysBetween } from "#web/lib/calendar-date.ts";

/** How a due date stands to today: what colours and shapes it. Both YYYY-MM-DD. */
export function dueState(dueOn: string, today: string): "late" | "soon" | "later" {
  const days = daysBetween(today, dueOn);
  if (days < 0) return "late";
  return days <= 1 ? "soon" : "later";
}
