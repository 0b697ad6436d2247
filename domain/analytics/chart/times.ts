import { typeset } from "#domain/i18n/typography.ts";
import type { PointValue } from "./point.ts";

const DAY = 86_400_000;

/** Months when every time is the first of one, years when every time is a first of January. */
export function timeStep(values: readonly PointValue[]): "year" | "month" | "day" {
  const times = values.flatMap((value) => (typeof value === "number" ? new Date(value) : []));
  if (times.length < 2 || times.some((at) => at.getUTCDate() !== 1 || at.getTime() % DAY !== 0))
    return "day";
  return times.every((at) => at.getUTCMonth() === 0) ? "year" : "month";
}

/** Writes months from epoch milliseconds (UTC): `déc. 2025`, `déc. 25` or `déc.`. */
export function monthWriter(
  locale: string,
  year: "numeric" | "2-digit" | undefined,
): (time: number) => string {
  const parts = { month: "short", timeZone: "UTC", ...(year && { year }) } as const;
  const format = new Intl.DateTimeFormat(locale, parts);
  return (time) => typeset(format.format(time));
}
