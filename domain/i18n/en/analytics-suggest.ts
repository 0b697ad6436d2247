import type { analyticsSuggest as fr } from "../fr/analytics-suggest.ts";
import type { Texts } from "../texts.ts";

const plural = (count: number, one: string, many: string): string =>
  Math.abs(count) === 1 ? one : many;

export const analyticsSuggest = {
  label: "Ask a question in English or French",
  placeholder: "Top 10 customers, revenue per month, trend…",
  list: "Suggested questions",
  none: "No question matches. Try the name of a column, “per month” or “top 10”.",
  searching: "Searching…",
  found: (count, shown) => `${shown} ${plural(count, "suggested question", "suggested questions")}`,
  ignored: (words) => `Not taken into account: ${words}`,
  hint: "Computed on this device, without artificial intelligence.",
  count: "count",
  share: "share_%",
  measures: {
    sum: (column) => `Sum of ${column}`,
    avg: (column) => `Average of ${column}`,
    min: (column) => `Minimum of ${column}`,
    max: (column) => `Maximum of ${column}`,
    median: (column) => `Median of ${column}`,
    count: (column) => `Number of values of ${column}`,
    distinct: (column) => `Number of different values of ${column}`,
    share: (column) => `Share of ${column}`,
  },
  rows: "Number of rows",
  rowsShare: "Share of rows",
  all: (table) => `Rows of ${table}`,
  by: (what) => `by ${what}`,
  and: (first, second) => `${first} and ${second}`,
  or: (first, second) => `${first} or ${second}`,
  parts: {
    day: "day",
    week: "week",
    month: "month",
    quarter: "quarter",
    year: "year",
    weekday: "day of the week",
    hour: "hour",
  },
  within: (from, to) => `from ${from} to ${to}`,
  on: (day) => `on ${day}`,
  since: (from) => `since ${from}`,
  until: (to) => `until ${to}`,
  is: (column, values) => `${column}: ${values}`,
  isNot: (column, values) => `${column} except ${values}`,
  yes: (column) => `${column}: yes`,
  no: (column) => `${column}: no`,
  empty: (column) => `without ${column}`,
  top: (count, shown) => plural(count, "the first", `top ${shown}`),
  bottom: (count, shown) => plural(count, "the last", `bottom ${shown}`),
} satisfies Texts<typeof fr>;
