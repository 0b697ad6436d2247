import type { repeats as fr } from "../fr/repeats.ts";
import type { Texts } from "../texts.ts";

const NTH: Record<string, string> = {
  "1": "first",
  "2": "second",
  "3": "third",
  "4": "fourth",
  "5": "fifth",
  "-1": "last",
  "-2": "second-to-last",
};
const nth = (n: number) => NTH[n] ?? `${Math.abs(n)}th-to-last`;
const ordinal = (n: number) => {
  const word = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" };
  return `${n}${word[new Intl.PluralRules("en", { type: "ordinal" }).select(n)]}`;
};

/** Recurrence of a card in words. `days` begins with Sunday. */
export const repeats = {
  label: "Recurrence",
  never: "Never",
  mark: (words: string) => `Recurring card: ${words}`,
  until: "Until",
  noEnd: "No end",
  next: (date: string) => `Next card: ${date}`,
  over: "Series over",
  zone: (zone: string) => `At the start of the day, ${zone} time`,
  days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  join: (days: string[]) =>
    days.length > 1 ? `${days.slice(0, -1).join(", ")} and ${days.at(-1)}` : (days[0] ?? ""),
  daily: (n: number) => (n === 1 ? "Every day" : `Every ${n} days`),
  workdays: "Monday to Friday",
  weekly: (n: number, days: string, one: boolean) => {
    if (n === 1) return one ? `Every ${days}` : `Every week on ${days}`;
    return n === 2 && one ? `Every other ${days}` : `Every ${n} weeks on ${days}`;
  },
  monthly: (n: number, what: string) =>
    n === 1 ? `${what} of each month` : `Every ${n} months: ${what.toLowerCase()}`,
  nthDay: (n: number, weekday: string) =>
    n === 0 ? `Each ${weekday}` : `The ${nth(n)} ${weekday}`,
  monthDay: (n: number) => (n === -1 ? "The last day" : `The ${ordinal(n)}`),
  yearly: (n: number, date: string) =>
    n === 1 ? `Every year on ${date}` : `Every ${n} years on ${date}`,
  ends: (words: string, date: string) => `${words}, until ${date}`,
  times: (words: string, n: number) => `${words}, ${n} times`,
} satisfies Texts<typeof fr>;
