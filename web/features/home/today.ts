const two = (value: number) => String(value).padStart(2, "0");

/** A date of the device's calendar as YYYY-MM-DD. */
export function calendarDate(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** How a due date stands to today: what colours and shapes it. */
export function dueState(dueOn: string, today: string): "late" | "soon" | "later" {
  if (dueOn < today) return "late";
  const days = (Date.parse(dueOn) - Date.parse(today)) / 86_400_000;
  return days <= 1 ? "soon" : "later";
}
