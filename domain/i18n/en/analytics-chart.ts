import type { analyticsChart as fr } from "../fr/analytics-chart.ts";
import type { Texts } from "../texts.ts";
import { chartEdit } from "./analytics-chart-edit.ts";
import { chartSaid } from "./analytics-chart-said.ts";

/** Words of charts and of the table beside each. */
export const analyticsChart: Texts<typeof fr> = {
  view: "View",
  chart: "Chart",
  table: "Table",
  none: "This result reads better as a table",
  other: "Other",
  export: "Export",
  csv: "CSV",
  png: "PNG image",
  svg: "SVG image",
  print: "Print…",
  printed: (shown, all) => `The first ${shown} of ${all} rows; the CSV file has them all.`,
  fileWord: "query",
  label: (title) => `Chart: ${title}. The table gives the same values.`,
  count: "Count",
  periods: { day: "by day", month: "by month", year: "by year" },
  title: (measure, by) => `${measure} ${by}`,
  by: (column) => `by ${column}`,
  and: (first, second) => `${first} and ${second}`,
  spread: (measure) => `Spread of ${measure}`,
  lines: "Number of rows",
  ...chartSaid,
  edit: chartEdit,
};
