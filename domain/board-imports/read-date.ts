/** Beginnings of month names in French and English, without accents: `juin` and `juillet` differ in the fourth letter. */
const MONTHS = [
  "jan",
  "fe",
  "mar",
  "a[vp]r",
  "ma[iy]",
  "jun|juin",
  "jul|juil",
  "ao?u",
  "sep",
  "oct",
  "nov",
  "dec",
];

const two = (n: number) => String(n).padStart(2, "0");

/** The date when it exists in the calendar. */
function real(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!same || year < 1970 || year > 9999) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

function monthOf(word: string): number | null {
  const plain = word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const at = MONTHS.findIndex((month) => new RegExp(`^(?:${month})`).test(plain));
  return at < 0 ? null : at + 1;
}

/** The day of an instant (ISO 8601 with a zone) where the person is. */
function dayOf(instant: string, timeZone: string): string | null {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return null;
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  return parts.format(ms).slice(0, 10);
}

/**
 * A date as files write it: ISO dates and instants, `24/11/2026`, `11/24/2026`, `24 novembre 2026`, `November 24, 2026 2:30 PM`;
 * of a range (`→`) the end. Days come first in French where both readings are possible. Null when it can't be read.
 */
export function readDate(
  text: string,
  { language, timeZone }: { language: "fr" | "en"; timeZone: string },
): string | null {
  const last = text.split(/→|->/).at(-1)?.trim() ?? "";
  if (/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(last)) return dayOf(last, timeZone);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(last);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const signs = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ ,].*)?$/.exec(last);
  if (signs) {
    const [a, b, year] = [Number(signs[1]), Number(signs[2]), Number(signs[3])];
    const dayFirst = a > 12 || (b <= 12 && language === "fr");
    return dayFirst ? real(year, b, a) : real(year, a, b);
  }
  const dayMonth = /^(?:\p{L}+\.?,? )?(\d{1,2})(?:er)? (\p{L}+)\.? (\d{4})\b/u.exec(last);
  if (dayMonth) {
    const month = monthOf(dayMonth[2] ?? "");
    return month === null ? null : real(Number(dayMonth[3]), month, Number(dayMonth[1]));
  }
  const monthDay = /^(\p{L}+)\.? (\d{1,2}),? (\d{4})\b/u.exec(last);
  const month = monthOf(monthDay?.[1] ?? "");
  return monthDay && month ? real(Number(monthDay[3]), month, Number(monthDay[2])) : null;
}
