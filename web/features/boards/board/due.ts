const DAY = 86_400_000;
const two = (value: number) => String(value).padStart(2, "0");

/** Today on this device as YYYY-MM-DD. */
export function todayHere(at = new Date()): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Whole days from today to a date: negative when it is past. Both YYYY-MM-DD. */
export function daysUntil(date: string, today: string): number {
  return Math.round((Date.parse(date) - Date.parse(today)) / DAY);
}

/** How a due date colours a card: late, within the week, later, or of no matter because the work is done. */
export function dueLook(
  date: string,
  today: string,
  done: boolean,
): "late" | "soon" | "later" | "done" {
  if (done) return "done";
  const days = daysUntil(date, today);
  if (days < 0) return "late";
  return days <= 7 ? "soon" : "later";
}
