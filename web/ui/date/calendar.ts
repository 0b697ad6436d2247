/** Calendar arithmetic on plain dates (YYYY-MM-DD, no time zone, no clock): everything in UTC. */

const DAY_MS = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

const toIso = (time: number) => new Date(time).toISOString().slice(0, 10);

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

/** Order of day, month and year in a locale's dates: "dmy" in French, "mdy" in US English. */
export function dateOrder(locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: "short" }).formatToParts(0);
  const letters: Record<string, string> = { day: "d", month: "m", year: "y" };
  return parts.map((part) => letters[part.type] ?? "").join("");
}

/**
 * The date a person typed, in their own order: 24/11/2026, 24.11.26, 24 11, 2026-11-24. Without a year the one of
 * `today`; two digits mean this century. Undefined when there is no such day.
 */
export function parseTyped(text: string, locale: string, today: string): string | undefined {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  const numbers = trimmed.split(/[^\d]+/).filter(Boolean);
  if (iso) return valid(iso[1], iso[2], iso[3]);
  if (numbers.length < 2 || numbers.length > 3 || /[^\d\s./-]/.test(trimmed)) return undefined;
  const order = dateOrder(locale);
  const kept = numbers.length === 2 ? order.replace("y", "") : order;
  const given = (letter: string) => numbers[kept.indexOf(letter)];
  const year = kept.includes("y") ? given("y") : today.slice(0, 4);
  return valid(year?.length === 2 ? `20${year}` : year, given("m"), given("d"));
}

function valid(year = "", month = "", day = ""): string | undefined {
  const date = `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return year.length === 4 && !Number.isNaN(time) && toIso(time) === date ? date : undefined;
}
