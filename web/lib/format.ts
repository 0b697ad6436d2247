import { firstOfMonth, typeset } from "#domain/i18n/typography.ts";

/** Numbers, money and dates as one person reads them: their locale, their time zone, our typography. */
export type Format = ReturnType<typeof createFormat>;

/** An instant: ISO 8601 UTC text, epoch milliseconds or a Date. */
export type Instant = string | number | Date;

const DAY_MS = 86_400_000;
const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
const AGES = [
  [60, 1, "second"],
  [3_600, 60, "minute"],
  [86_400, 3_600, "hour"],
  [Infinity, 86_400, "day"],
] as const;

/** Digits after the decimal sign that a currency has: EUR 2, JPY 0, TND 3 (ISO 4217, through Intl). */
export function minorDigits(currency: string): number {
  const options = { style: "currency", currency } as const;
  return new Intl.NumberFormat("en", options).resolvedOptions().maximumFractionDigits ?? 2;
}

/** First day of the week of a locale, 1 = Monday … 7 = Sunday. */
export function firstWeekday(locale: string): number {
  const info = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (info.getWeekInfo?.() ?? info.weekInfo)?.firstDay ?? (locale.endsWith("US") ? 7 : 1);
}

/** The formatters of one locale and IANA time zone (the browser's when undefined). */
export function createFormat(locale: string, timeZone?: string) {
  const made = new Map<string, unknown>();
  function once<T>(key: string, make: () => T): T {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  }
  // 09:02 in French, 9:02 AM in English.
  const hour = locale.startsWith("en") ? "numeric" : "2-digit";
  const clock = { hour, minute: "2-digit" } as const;
  const zone = timeZone === undefined ? {} : { timeZone };
  const numbers = (options: Intl.NumberFormatOptions) =>
    once(`n${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
  const dates = (options: Intl.DateTimeFormatOptions, utc = false) =>
    once(
      `d${utc}${JSON.stringify(options)}`,
      () => new Intl.DateTimeFormat(locale, { ...options, ...(utc ? { timeZone: "UTC" } : zone) }),
    );
  const dayNumber = (at: Date) => {
    const iso = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", ...zone }).format(at);
    return Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
  };
  const calendar = (date: string, options: Intl.DateTimeFormatOptions) =>
    typeset(dates(options, true).format(new Date(`${date}T12:00:00Z`)));
  const shortDay = (date: string, year: boolean) => {
    const short = { day: "numeric", month: "short" } as const;
    const text = calendar(date, year ? { ...short, year: "numeric" } : short);
    return firstOfMonth(text, locale);
  };
  const at = (instant: Instant, options: Intl.DateTimeFormatOptions) =>
    typeset(dates(options).format(new Date(instant)));

  return {
    /** 1 248 302 – `digits` fixes the decimals. */
    number: (value: number, digits?: number) =>
      typeset(
        numbers(
          digits === undefined
            ? {}
            : { minimumFractionDigits: digits, maximumFractionDigits: digits },
        ).format(value),
      ),
    /** 1 234,56 € from minor units. `whole` drops the decimals; `signed` writes the plus as well. */
    money: (minor: number, currency: string, show: { whole?: boolean; signed?: boolean } = {}) => {
      const digits = minorDigits(currency);
      const options = {
        style: "currency",
        currency,
        ...(show.whole ? { maximumFractionDigits: 0 } : {}),
        ...(show.signed ? { signDisplay: "exceptZero" as const } : {}),
      } as const;
      return typeset(numbers(options).format(minor / 10 ** digits));
    },
    /** 48 312,40 without the sign of the currency: for columns whose head names the unit. */
    amount: (minor: number, currency: string) => {
      const digits = minorDigits(currency);
      const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      return typeset(numbers(options).format(minor / 10 ** digits));
    },
    /** −18,1 % from basis points (−1810). */
    percent: (basisPoints: number, digits = 1, signed = false) =>
      typeset(
        numbers({
          style: "percent",
          maximumFractionDigits: digits,
          ...(signed ? { signDisplay: "exceptZero" as const } : {}),
        }).format(basisPoints / 10_000),
      ),
    /** 138,6 Mo */
    bytes: (count: number) => {
      const power = count < 1 ? 0 : Math.min(4, Math.floor(Math.log10(count) / 3));
      const unit = BYTE_UNITS[power] ?? "byte";
      // The short form of a byte has no plural in English.
      const unitDisplay = power === 0 ? "long" : "short";
      const maximumFractionDigits = power > 1 ? 1 : 0;
      const options = { style: "unit", unit, unitDisplay, maximumFractionDigits } as const;
      return typeset(numbers(options).format(count / 1000 ** power));
    },
    /** 3 s, 4 min, 2 h, 5 j – an age or a duration in whole units, rounded down. */
    duration: (seconds: number) => {
      const [, size, unit] = AGES.find(([below]) => seconds < below) ?? AGES[3];
      const unitDisplay = locale.startsWith("fr") ? "short" : "narrow";
      const options = { style: "unit", unit, unitDisplay } as const;
      return typeset(numbers(options).format(Math.max(0, Math.floor(seconds / size))));
    },
    /** 24 nov. from a calendar date (YYYY-MM-DD, no time zone); with the year when it is not `thisYear`. */
    day: (date: string, thisYear = new Date().getFullYear()) =>
      shortDay(date, Number(date.slice(0, 4)) !== thisYear),
    /** 1er déc. 2025 – 30 nov. 2026, the year once where both days are of the same, from two calendar dates. */
    days: (from: string, to: string) =>
      `${shortDay(from, from.slice(0, 4) !== to.slice(0, 4))} – ${shortDay(to, true)}`,
    /** 24 novembre */
    dayMonth: (date: string) => calendar(date, { day: "numeric", month: "long" }),
    /** mardi 24 novembre 2026 */
    dayLong: (date: string) => calendar(date, { dateStyle: "full" }),
    /** 24/11/2026, as typed */
    dayNumeric: (date: string) =>
      calendar(date, { day: "2-digit", month: "2-digit", year: "numeric" }),
    /** novembre 2026 */
    month: (date: string) => calendar(date, { month: "long", year: "numeric" }),
    /** janv. – oct. 2026, from two calendar dates. */
    period: (from: string, to: string) =>
      typeset(
        dates({ month: "short", year: "numeric" }, true).formatRange(
          new Date(`${from}T12:00:00Z`),
          new Date(`${to}T12:00:00Z`),
        ),
      ),
    /** 17:08 */
    time: (instant: Instant) => at(instant, clock),
    /** 24 novembre 2026, 17:08 */
    dateTime: (instant: Instant) =>
      at(instant, { day: "numeric", month: "long", year: "numeric", ...clock }),
    /** 24 nov., 09:14:07 */
    stamp: (instant: Instant) =>
      at(instant, {
        day: "numeric",
        month: "short",
        ...clock,
        second: "2-digit",
      }),
    /** 09:02 today, « hier, 16:20 » yesterday, « 17 nov., 09:42 » this year, with the year before. */
    moment: (instant: Instant, now: Instant = Date.now()) => {
      const then = new Date(instant);
      const days = dayNumber(new Date(now)) - dayNumber(then);

      if (days === 0) return at(then, clock);
      if (days === 1) {
        const words = once("r", () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));
        return `${words.format(-1, "day")}, ${at(then, clock)}`;
      }
      const sameYear = then.getFullYear() === new Date(now).getFullYear();
      const day = { day: "numeric", month: "short" } as const;
      return sameYear ? at(then, { ...day, ...clock }) : at(then, { ...day, year: "numeric" });
    },
    /** dans 3 jours, hier, aujourd’hui – between two calendar dates (YYYY-MM-DD). */
    relativeDay: (date: string, today: string) => {
      const days = Math.round((Date.parse(date) - Date.parse(today)) / DAY_MS);
      const words = once("r", () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));
      return typeset(words.format(days, "day"));
    },
  };
}
