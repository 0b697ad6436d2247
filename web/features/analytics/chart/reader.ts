import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import { toPlot } from "#domain/analytics/chart/chart-data.ts";
import { chartWords, type ChartWords } from "./chart-words.ts";
import type { Plot, Table } from "#domain/analytics/chart/plot.ts";

/** For whom a chart is drawn: their locale, their ways of writing figures, their words. */
export interface Reader {
  locale: string;
  f: Format;
  t: Dictionary["analytics"];
}

/** A result as a spec lays it out, in one person's words; an empty plot where there is nothing to draw. */
export function plotFor(table: Table, spec: ChartSpec, { t }: Reader): Plot {
  const { other, count, box } = t.chart;
  const nameOf = (cell: Cell): string =>
    typeof cell === "boolean" ? (cell ? t.preview.yes : t.preview.no) : String(cell ?? "–");
  return toPlot(table, spec, { other, count, box }, nameOf) ?? NOTHING;
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
