import type { DateOrder } from "#domain/analytics/reading.ts";

/** How one cell reads as a date. `order` is null when day and month could be swapped. */
export interface DateShape {
  kind: "date" | "timestamp";
  /** strptime format with the day and month as `<DM>`, or complete for dates that start with the year. */
  format: string;
  order: DateOrder | "iso" | null;
}

const TIME = String.raw`(?:([ T])(\d{1,2}):(\d{2})(?::(\d{2})([.,]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?`;
const ISO = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const DAY = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const COMPACT = /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

function timeFormat(match: RegExpExecArray, from: number): string {
  const [separator, , minute, second, fraction, zone] = match.slice(from, from + 6);
  if (separator === undefined || minute === undefined) return "";
  const seconds = second === undefined ? "" : ":%S";
  return `${separator}%H:%M${seconds}${fraction === undefined ? "" : ".%f"}${zone === undefined ? "" : zone === "Z" ? "Z" : "%z"}`;
}

/** Reads one cell as a date or an instant; null when it is neither. */
export function dateShape(cell: string): DateShape | null {
  const code = cell.charCodeAt(0);
  // Most cells are words: they need no pattern.
  if (!(code >= 48 && code <= 57) || cell.length < 6) return null;
  const iso = ISO.exec(cell);
  if (iso !== null) {
    if (Number(iso[3]) > 12 || Number(iso[4]) > 31 || Number(iso[3]) < 1) return null;
    const time = timeFormat(iso, 5);
    const format = `%Y${iso[2]}%m${iso[2]}%d${time}`;
    return { kind: time === "" ? "date" : "timestamp", format, order: "iso" };
  }
  const day = DAY.exec(cell);
  if (day === null)
    return COMPACT.test(cell) ? { kind: "date", format: "%Y%m%d", order: "iso" } : null;
  const [first, second] = [Number(day[1]), Number(day[3])];
  if (first < 1 || second < 1 || first > 31 || second > 31 || (first > 12 && second > 12))
    return null;
  const time = timeFormat(day, 5);
  return {
    kind: time === "" ? "date" : "timestamp",
    format: `<DM:${day[2]}>${day[4]?.length === 2 ? "%y" : "%Y"}${time}`,
    order: first > 12 ? "dmy" : second > 12 ? "mdy" : null,
  };
}

/** Puts day and month into a format in the chosen order. */
export function orderedFormat(format: string, order: DateOrder): string {
  return format.replace(/<DM:(.)>/, (_, separator: string) =>
    order === "dmy" ? `%d${separator}%m${separator}` : `%m${separator}%d${separator}`,
  );
}
