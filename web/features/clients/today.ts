function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** Today on this device as YYYY-MM-DD, or the day of another instant. */
export function today(at = new Date()): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Whole days from an instant to now, by the device's calendar. */
export function daysSince(instant: string, now = new Date()): number {
  return Math.round((Date.parse(today(now)) - Date.parse(today(new Date(instant)))) / 86_400_000);
}
