import { WEEKDAYS } from "./rule.ts";

/** The rules that are offered for a card of this date, from often to rarely. */
export function presetsFor(date: string): string[] {
  const at = new Date(`${date}T00:00:00Z`);
  const day = at.getUTCDate();
  const weekday = WEEKDAYS[at.getUTCDay()] ?? "MO";
  const length = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  const nth = Math.ceil(day / 7);
  return [
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    `FREQ=WEEKLY;BYDAY=${weekday}`,
    `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`,
    // The 29th to the 31st are missing in some months: what is meant there is the end.
    ...(day > 28 ? [] : [`FREQ=MONTHLY;BYMONTHDAY=${day}`]),
    ...(day === length || day > 28 ? ["FREQ=MONTHLY;BYMONTHDAY=-1"] : []),
    `FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${weekday}`,
    ...(nth === 4 && day + 7 > length ? [`FREQ=MONTHLY;BYDAY=-1${weekday}`] : []),
    "FREQ=YEARLY",
  ];
}
