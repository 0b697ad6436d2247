import type { ScheduleView } from "#domain/dashboards/schedule/model.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

/** Names of weekdays in a locale, from Monday on. */
export function weekdays(locale: string, width: "long" | "short"): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: "UTC" });
  // 2 November 2026 is a Monday.
  return Array.from({ length: 7 }, (_, at) => format.format(Date.UTC(2026, 10, 2 + at)));
}

/** An hour as a locale's clock shows it: `08:00`, `8:00 AM`. */
export function hourName(locale: string, hour: number): string {
  const format = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" });
  return format.format(Date.UTC(2026, 0, 1, hour));
}

/** When a schedule sends, in words. */
export function timingWords(
  { frequency, hour }: Pick<ScheduleView, "frequency" | "hour">,
  locale: string,
  words: Dictionary["dashboardSchedule"],
): string {
  const at = hourName(locale, hour);
  if (frequency.every === "day") return words.daily(at);
  if (frequency.every === "month") return words.monthly(String(frequency.day), at);
  const names = weekdays(locale, "long");
  const list = new Intl.ListFormat(locale).format(
    frequency.days.map((day) => names[day - 1] ?? ""),
  );
  return words.weekly(list, at);
}
