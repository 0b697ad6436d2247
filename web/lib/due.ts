import { daysBetween } from "./calendar-date.ts";

/** Days before its date from which something counts as due soon, everywhere. */
const SOON_DAYS = 3;

/** How a due date colours what it stands on: late, soon, later, or of no matter because the work is done. Both YYYY-MM-DD. */
export function dueLook(
  dueOn: string,
  today: string,
  done = false,
): "late" | "soon" | "later" | "done" {
  if (done) return "done";
  const days = daysBetween(today, dueOn);
  if (days < 0) return "late";
  return days <= SOON_DAYS ? "soon" : "later";
}
