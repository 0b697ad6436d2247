import { isTime } from "#domain/analytics/profile.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import { onCalendar, type Calendar } from "#domain/analytics/chart/calendar.ts";
import { calendarOf } from "./calendar-of.ts";
import { toPlot } from "#domain/analytics/chart/chart-data.ts";
import { chartWords, valueWriter, type ChartWords } from "./chart-words.ts";
import type { Plot, Table } from "#domain/analytics/chart/plot.ts";

/** For whom a chart is drawn: their locale, their ways of writing figures, their words. */
export interface Reader {
  locale: string;
  f: Format;
  t: Dictionary["analytics"];
}

/** A result as a spec lays it out, in one person's words and on the calendar; an empty plot where there is nothing to draw. */
export function plotFor(
  table: Table,
  spec: ChartSpec,
  { t, f, locale }: Reader,
  calendar: Calendar = calendarOf(),
): Plot {
  const { other, count, box } = t.chart;
  const at = table.columns.findIndex(({ name }) => "series" in spec && name === spec.series);
  const kind = table.columns[at]?.kind ?? "text";
  const all = isTime(kind) ? table.rows.map((row) => row[at] ?? null) : [];
  const time = valueWriter(kind, all, locale, f, t.preview, true);
  const nameOf = (cell: Cell): string => {
    if (typeof cell === "boolean") return cell ? t.preview.yes : t.preview.no;
    return isTime(kind) ? time(cell) : String(cell ?? "–");
  };
  const plot = toPlot(table, spec, { other, count, box }, nameOf);
  if (plot === null) return NOTHING;
  const drawn = onCalendar(plot, calendar);
  return table.more ? { ...drawn, partial: true } : drawn;
}

export const wordsFor = (plot: Plot, { locale, f, t }: Reader): ChartWords =>
  chartWords(plot, locale, f, t.preview);

const NOTHING: Plot = {
  type: "bar",
  x: { name: "", kind: "text", values: [] },
  series: [],
  measure: "",
  split: null,
  stack: "none",
  direction: "up",
  look: {},
};
