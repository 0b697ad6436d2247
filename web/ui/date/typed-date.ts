import { toIso } from "./calendar.ts";
import { dateInWords } from "./date-words.ts";

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Order of day, month and year in a locale's dates: "dmy" in French, "mdy" in US English. */
export function dateOrder(locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: "short" }).formatToParts(0);
  const letters: Record<string, string> = { day: "d", month: "m", year: "y" };
  return parts.map((part) => letters[part.type] ?? "").join("");
}

/** How a date is typed in a locale, in letters: "jj/mm/aaaa" in French, "dd/mm/yyyy" or "mm/dd/yyyy" in English. */
export function dateHint(
  locale: string,
  letters: Readonly<Record<"day" | "month" | "year", string>>,
): string {
  const shape = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
  const parts = new Intl.DateTimeFormat(locale, shape).formatToParts(0);
  return parts
    .map(({ type, value }) =>
      type === "day" || type === "month" || type === "year" ? letters[type] : value,
    )
    .join("");
}

/**
 * The date a person typed, in their own order (24/11/2026, 24.11.26, 24 11, 2026-11-24) or in words (`dateInWords`).
 * Without a year the one of `today`, or the next one where dates to come are meant; two digits mean this century.
 * Undefined when there is no such day.
 */
export function parseTyped(
  text: string,
  locale: string,
  today: string,
  toCome = false,
): string | undefined {
  const trimmed = text.trim();
  const words = dateInWords(trimmed, today);
  if (typeof words === "string") return words;
  if (words) return near(words.year, words.month, words.day, today, toCome);
  const iso = ISO.exec(trimmed);
  const numbers = trimmed.split(/[^\d]+/).filter(Boolean);
  if (iso) return valid(iso[1], iso[2], iso[3]);
  if (numbers.length < 2 || numbers.length > 3 || /[^\d\s./-]/.test(trimmed)) return undefined;
  const order = dateOrder(locale);
  const kept = numbers.length === 2 ? order.replace("y", "") : order;
  const given = (letter: string) => numbers[kept.indexOf(letter)];
  const year = kept.includes("y") ? given("y") : undefined;
  return near(year?.length === 2 ? `20${year}` : year, given("m"), given("d"), today, toCome);
}

/** A day of the year that was told; else of this year, or the next one if it is over and one to come is meant. */
function near(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: string,
  toCome: boolean,
): string | undefined {
  const now = Number(today.slice(0, 4));
  const date = valid(year ?? String(now), month, day);
  if (year !== undefined || !toCome || (date !== undefined && date >= today)) return date;
  return valid(String(now + 1), month, day);
}

function valid(year = "", month = "", day = ""): string | undefined {
  const date = `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return year.length === 4 && !Number.isNaN(time) && toIso(time) === date ? date : undefined;
}
