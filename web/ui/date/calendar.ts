/** Calendar arithmetic on plain dates (YYYY-MM-DD, no time zone, no clock): everything in UTC. */

const DAY_MS = 86_400_000;

/** The day of an instant (UTC ms), in UTC. */
export const toIso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** `days` after `date`; negative goes back. */
export function addDays(date: string, days: number): string {
  return toIso(Date.parse(date) + days * DAY_MS);
}

/** The same day `months` later, or the last day of that month when it is shorter. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toIso(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

/** Day of the week, 1 = Monday … 7 = Sunday. */
export function weekday(date: string): number {
  return new Date(Date.parse(date)).getUTCDay() || 7;
}

/** First day of the week `date` is in, when weeks start on `first` (1 = Monday … 7 = Sunday). */
export function startOfWeek(date: string, first: number): string {
  return addDays(date, -((weekday(date) - first + 7) % 7));
}

/** The six weeks a month is drawn on, days of its neighbours included. */
export function monthWeeks(date: string, first: number): string[][] {
  const start = startOfWeek(`${date.slice(0, 7)}-01`, first);
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => addDays(start, week * 7 + day)),
  );
}
