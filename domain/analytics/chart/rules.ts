import { isMeasure, isTime } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { ChartSpec } from "./spec.ts";

/** A result as the rules see it. `distinct` counts different values among the rows shown. */
export interface ResultShape {
  rows: number;
  columns: readonly { name: string; kind: ColumnKind; distinct: number }[];
}

/** More bars than this read as noise; the page shows the table instead. */
const MAX_BARS = 60;
const MAX_SERIES = 24;

/** Chooses the first chart for a result from its shape alone; null when a table says it better. */
export function chooseChart({ rows, columns }: ResultShape): ChartSpec | null {
  const measures = columns.filter(({ kind }) => isMeasure(kind));
  const times = columns.filter(({ kind }) => isTime(kind));
  const groups = columns.filter(({ kind }) => kind === "text" || kind === "boolean");
  const [measure, second] = measures;
  if (rows === 0 || measure === undefined) return null;
  if (rows === 1) return measures.length === 1 ? { type: "number", value: measure.name } : null;

  const time = times[0];
  if (time !== undefined && time.distinct > 1) {
    const group = groups[0];
    if (group === undefined) {
      if (time.distinct < rows) return null;
      return { type: "line", x: time.name, y: measures.slice(0, 4).map(({ name }) => name) };
    }
    if (groups.length > 1 || group.distinct > MAX_SERIES || time.distinct * group.distinct < rows)
      return null;
    return { type: "line", x: time.name, y: [measure.name], series: group.name };
  }

  const [category, split] = groups;
  if (category === undefined) {
    if (measures.length === 1) return { type: "histogram", value: measure.name };
    if (second !== undefined && isStep(measure, rows)) {
      return { type: "line", x: measure.name, y: measures.slice(1, 5).map(({ name }) => name) };
    }
    return second === undefined ? null : { type: "scatter", x: measure.name, y: second.name };
  }
  if (groups.length > 2 || category.distinct > MAX_BARS) return null;
  if (split !== undefined) {
    const fits = split.distinct <= 8 && category.distinct * split.distinct >= rows;
    return fits
      ? { type: "bar", category: category.name, value: measure.name, series: split.name }
      : null;
  }
  if (category.distinct === rows)
    return { type: "bar", category: category.name, value: measure.name };
  return second === undefined
    ? null
    : { type: "scatter", x: measure.name, y: second.name, series: category.name };
}

/** A column of years or months stands for time when each row has its own. */
function isStep(column: ResultShape["columns"][number], rows: number): boolean {
  return (
    column.kind === "integer" &&
    column.distinct === rows &&
    /ann|year|mois|month|sem|week|jour|day/i.test(column.name)
  );
}
