import { addDays, addMonths, startOfWeek, weekday } from "./calendar.ts";

/** Days of the week from Monday, by how their names begin, in French and in English. */
const WEEKDAYS = ["lun|mon", "mar|tue", "mer|wed", "jeu|thu", "ven|fri", "sam|sat", "dim|sun"];
/** Days from today. */
const NEAR: Readonly<Record<string, number>> = {
  hier: -1,
  yesterday: -1,
  "aujourd'hui": 0,
  auj: 0,
  today: 0,
  demain: 1,
  tomorrow: 1,
  tmr: 1,
  "apres-demain": 2,
  "apres demain": 2,
  "day after tomorrow": 2,
};
const MONTHS = "jan fev|feb mar avr|apr mai|may juin|jun juil|jul aou|aug sep oct nov dec".split(
  " ",
);
const FULL_NAMES =
  /^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(mon|tues|wednes|thurs|fri|satur|sun)day|[a-z]{3})$/;
const SPAN =
  /^(?:(?:dans|in) |\+ ?)?(\d{1,3}) ?(j|jours?|d|days?|s|sem|semaines?|w|weeks?|m|mois|months?)$/;

const beginsWith = (word: string, starts: string) =>
  starts.split("|").some((start) => word.startsWith(start));

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("’", "'")
    .replaceAll(/\s+/g, " ")
    .replace(/\.$/, "");

function later(today: string, count: number, unit: string): string {
  if (unit.startsWith("m")) return addMonths(today, count);
  return addDays(today, /^[sw]/.test(unit) ? 7 * count : count);
}

/** The day and month of « 12 mars », “March 12” and their like, with the year if there is one. */
function namedDay(text: string): { day: string; month: string; year: string | undefined } | null {
  const found =
    /^(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(text) ??
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(text);
  if (!found) return null;
  const [, one = "", two = "", year] = found;
  const [day, name] = /^\d/.test(one) ? [one, two] : [two, one];
  const month = MONTHS.findIndex((starts) => beginsWith(name, starts)) + 1;
  return month === 0 ? null : { day, month: String(month), year };
}

/**
 * The date that words mean, in French or in English: « demain », “friday” (the next one after today), « dans 3 jours »,
 * “+2w”, « semaine prochaine » (its Monday). Undefined when they mean none. A named day is given in numbers.
 */
export function dateInWords(
  typed: string,
  today: string,
): string | ReturnType<typeof namedDay> | undefined {
  const text = plain(typed);
  const near = Object.hasOwn(NEAR, text) ? NEAR[text] : undefined;
  if (near !== undefined) return addDays(today, near);
  if (text === "semaine prochaine" || text === "next week") {
    return addDays(startOfWeek(today, 1), 7);
  }
  const span = SPAN.exec(text);
  if (span) return later(today, Number(span[1]), span[2] ?? "j");
  const plus = /^\+ ?(\d{1,3})$/.exec(text);
  if (plus) return addDays(today, Number(plus[1]));
  const day = FULL_NAMES.test(text)
    ? WEEKDAYS.findIndex((starts) => beginsWith(text, starts)) + 1
    : 0;
  if (day > 0) return addDays(today, ((day - weekday(today) + 6) % 7) + 1);
  return namedDay(text) ?? undefined;
}
