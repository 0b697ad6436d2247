import { firstOfMonth } from "./typography.ts";

/** A calendar day (YYYY-MM-DD) in words: « 1er décembre 2026 ». What is none stays as it is. */
export function longDay(locale: string, day: unknown): string {
  const text = String(day);
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) return text;
  const words = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
  return firstOfMonth(words, locale);
}
