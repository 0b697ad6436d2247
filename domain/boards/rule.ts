/** Days as RFC 5545 names them, Sunday first as `Date` counts. */
export const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;

/** A recurrence rule (RFC 5545 3.3.10), in the parts that cards use. */
export interface Rule {
  freq: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  interval: number;
  /** Days of the week, 0 for Sunday; `nth` of the month, negative from its end, 0 for each. */
  byDay: { nth: number; day: number }[];
  /** Days of the month, negative from its end. A month that lacks one is skipped, as the RFC has it. */
  byMonthDay: number[];
  /** The last date that may come (`YYYY-MM-DD`). */
  until: string | null;
  /** How many dates there are in all, from the first. */
  count: number | null;
}

const BY_DAY = /^([+-]?[1-5])?(SU|MO|TU|WE|TH|FR|SA)$/;
const FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;

const whole = (text: string | undefined, max: number): number | null => {
  const value = /^\d{1,4}$/.test(text ?? "") ? Number(text) : 0;
  return value >= 1 && value <= max ? value : null;
};

/** The rule that a text names, or null when it is none of those that are known here. */
export function parseRule(text: string): Rule | null {
  const parts = new Map<string, string>();
  for (const part of text.split(";")) {
    const [name = "", value = "", ...more] = part.split("=");
    if (more.length > 0 || value === "" || parts.has(name)) return null;
    parts.set(name, value);
  }
  const known = ["FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "UNTIL", "COUNT"];
  if ([...parts.keys()].some((name) => !known.includes(name))) return null;
  const freq = FREQUENCIES.find((name) => name === parts.get("FREQ"));
  const interval = parts.has("INTERVAL") ? whole(parts.get("INTERVAL"), 99) : 1;
  const count = parts.has("COUNT") ? whole(parts.get("COUNT"), 999) : null;
  const days = (parts.get("BYDAY")?.split(",") ?? []).map((day) => BY_DAY.exec(day));
  const monthDays = (parts.get("BYMONTHDAY")?.split(",") ?? []).map(Number);
  const until = /^(\d{4})(\d{2})(\d{2})$/.exec(parts.get("UNTIL") ?? "");
  const wrong =
    !freq ||
    interval === null ||
    (parts.has("COUNT") && count === null) ||
    (parts.has("UNTIL") && (!until || parts.has("COUNT"))) ||
    days.some((day) => day === null || (day[1] !== undefined && freq !== "MONTHLY")) ||
    monthDays.some((day) => !Number.isInteger(day) || day === 0 || Math.abs(day) > 31) ||
    (days.length > 0 && freq !== "WEEKLY" && freq !== "MONTHLY") ||
    (monthDays.length > 0 && (freq !== "MONTHLY" || days.length > 0));
  if (wrong) return null;
  return {
    freq,
    interval,
    byDay: days.map((day) => ({
      nth: Number(day?.[1] ?? 0),
      day: WEEKDAYS.indexOf(day?.[2] as (typeof WEEKDAYS)[number]),
    })),
    byMonthDay: monthDays,
    until: until ? `${until[1]}-${until[2]}-${until[3]}` : null,
    count,
  };
}
