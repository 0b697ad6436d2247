const two = (value: number) => String(value).padStart(2, "0");

/** Today as YYYY-MM-DD by the calendar of this device, or the day of another instant. */
export function calendarDate(at = new Date()): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Whole days from one calendar date to another (both YYYY-MM-DD): negative when `to` is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
