import type { analyticsOverview as fr } from "../fr/analytics-overview.ts";
import type { Texts } from "../texts.ts";

const plural = (count: number, one: string, many: string): string =>
  Math.abs(count) === 1 ? one : many;

export const analyticsOverview = {
  tab: "Overview",
  title: "What this file holds",
  titleOf: (name) => `What “${name}” holds`,
  close: "Close the overview",
  progress: (done, all) => `Computing the overview: ${done} of ${all}`,
  done: (all, time) => `${all} computations in ${time}, on this device`,
  stop: "Stop",
  stopped: "Overview stopped. What was computed stays on screen.",
  again: "Compute again",
  failed: "This computation did not finish.",
  nothing: "Nothing to sum up",
  nothingBody: "This file has no rows. Check the export, then import it again.",
  sql: "SQL",
  open: "Open in Question",
  names: {
    count: "count",
    share: "share",
    column: "column",
    empty: "empty",
    rows: "rows",
    distinct: "values",
    far: "outliers",
    yes: "yes",
    from: "starting_at",
    median: "median",
    lower: "lower_quarter",
    upper: "upper_quarter",
  },
  titles: {
    rows: "Number of rows",
    by: (measure, period) => `${measure} ${period}`,
    periods: { day: "per day", month: "per month", year: "per year" },
    top: (column, measure) => `${measure} by ${column}`,
    first: (title, most) => `${title}, the first ${most} values`,
    spread: (column) => `Distribution of ${column}`,
    figures: "Key figures and outliers",
    flags: "Yes or no",
    missing: "Empty cells",
    keys: "Identifiers",
    doubles: "Duplicate rows",
  },
  says: {
    rows: "the number of rows",
    trend: (what, before, after, period, change) =>
      `On average, ${what} goes from ${before} to ${after} ${period} between the first and the second half of the period (${change}).`,
    steady: (what, after, period) => `${what} is steady, around ${after} ${period}.`,
    varies: (what, after, period) => `${what} goes up and down around ${after} ${period}.`,
    turned: (what, before, after, period) =>
      `On average, ${what} goes from ${before} to ${after} ${period} between the first and the second half of the period.`,
    peak: (at, value) => `The peak is in ${at}, with ${value}.`,
    peakDay: (at, value) => `The peak is on ${at}, with ${value}.`,
    low: (at, value) => `The lowest is in ${at}, with ${value}.`,
    lowDay: (at, value) => `The lowest is on ${at}, with ${value}.`,
    gaps: {
      day: (count, shown) => `${shown} ${plural(count, "day has", "days have")} no rows.`,
      month: (count, shown) => `${shown} ${plural(count, "month has", "months have")} no rows.`,
      year: (count, shown) => `${shown} ${plural(count, "year has", "years have")} no rows.`,
    },
    partial: "The last period is not over and is not compared.",
    ahead: "The period under way and those ahead are not compared.",
    allTied: (groups, amount) => `All ${groups} values are level, with ${amount} each.`,
    tied: (ties, value, others, amount) =>
      `“${value}” and ${others} other ${plural(ties, "value", "values")} come first, level with ${amount} each.`,
    top: (value, amount) => `“${value}” comes first, with ${amount}.`,
    topShare: (value, amount, share) =>
      `“${value}” comes first, with ${amount}, or ${share} of the total.`,
    three: (share, groups) => `The top three of ${groups} values make up ${share} of it.`,
    spread: (from, to, share) =>
      `The most frequent range goes from ${from} to ${to}: ${share} of the values.`,
    far: (count, shown, column, extreme) =>
      `${shown} ${plural(count, "value", "values")} of ${column} ${plural(count, "is", "are")} far from the others; the most extreme is ${extreme}.`,
    farOthers: (count, shown) =>
      `${shown} other ${plural(count, "column has", "columns have")} some as well.`,
    near: (column, lower, upper) =>
      `No value is far from the others. Half of the values of ${column} are between ${lower} and ${upper}.`,
    flags: (column, share) => `“${column}” is yes for ${share} of the rows that say.`,
    missing: (count, shown, column, share) =>
      count === 1
        ? `Only one column has empty cells: ${column}, ${share}.`
        : `${shown} columns have empty cells, ${column} most of all: ${share}.`,
    complete: "No cell is empty.",
    key: (column) => `“${column}” has a different value on each row.`,
    keys: (columns) => `Each of these columns identifies every row: ${columns}.`,
    almost: (count, shown, column) =>
      `“${column}” should identify each row, but ${shown} ${plural(count, "row repeats", "rows repeat")} a value.`,
    doubles: (count, shown) =>
      `${shown} ${plural(count, "row is a duplicate", "rows are duplicates")}, every cell the same.`,
    doublesMore: (shown) => `At least ${shown} rows are duplicates.`,
    single: "No row is there twice.",
  },
} satisfies Texts<typeof fr>;
