import { isMeasure, isTime } from "#domain/analytics/profile.ts";
import { oneEach, type ResultShape, type ShapeColumn } from "./shape.ts";
import type { ChartSpec } from "./spec.ts";
import { together } from "./together.ts";

/** Why a chart was chosen; the page says it in words. */
export type Why =
  | "one-figure"
  | "over-time"
  | "over-time-by-group"
  | "few-moments"
  | "steps"
  | "ranking"
  | "several-measures"
  | "two-groups"
  | "grid"
  | "two-measures"
  | "spread"
  | "no-rows"
  | "no-measure"
  | "several-figures"
  | "raw-rows"
  | "too-many";

/** More bars than this read as noise; the page shows the table instead. */
export const MAX_BARS = 60;
const MAX_SERIES = 24;
/** Measures as lines, and as bars side by side. */
export const [MAX_LINES, MAX_BESIDE] = [4, 3];
/** Groups side by side that colours still tell apart, and cells of a grid that can still be read. */
const [MAX_SPLIT, MAX_GRID] = [8, 40];

const table = (why: Why): { spec: null; why: Why } => ({ spec: null, why });

/** The first chart for a result, from its shape alone, and the reason for it. Without a spec a table says it better. */
export function firstChart(shape: ResultShape): { spec: ChartSpec | null; why: Why } {
  const { rows, columns } = shape;
  const measures = columns.filter(({ kind }) => isMeasure(kind));
  const times = columns.filter(({ kind }) => isTime(kind));
  const groups = columns.filter(({ kind }) => kind === "text" || kind === "boolean");
  const [measure, second] = measures;
  if (rows === 0) return table("no-rows");
  if (measure === undefined) return table("no-measure");
  if (rows === 1) {
    if (measures.length > 1) return table("several-figures");
    return { spec: { type: "number", value: measure.name }, why: "one-figure" };
  }

  const time = times[0];
  if (time !== undefined && time.distinct > 1) {
    const group = groups[0];
    if (group === undefined) {
      if (time.distinct < rows) return table("raw-rows");
      return {
        spec: { type: "line", x: time.name, y: together(measures, MAX_LINES) },
        why: "over-time",
      };
    }
    if (groups.length > 1 || group.distinct > MAX_SERIES) return table("too-many");
    if (!oneEach(shape, [time.name, group.name])) return table("raw-rows");
    // A line needs two points: most groups have one, and so nothing to follow.
    if (rows < 2 * group.distinct && time.distinct <= MAX_BARS) {
      const spec = {
        type: "bar",
        category: time.name,
        value: measure.name,
        series: group.name,
        direction: "up",
        sort: "name",
      } as const;
      return { spec, why: "few-moments" };
    }
    return {
      spec: { type: "line", x: time.name, y: [measure.name], series: group.name },
      why: "over-time-by-group",
    };
  }

  const [category, split] = groups;
  if (category === undefined) {
    if (measures.length === 1)
      return { spec: { type: "histogram", value: measure.name }, why: "spread" };
    if (second !== undefined && isStep(measure, rows)) {
      const y = together(measures.slice(1), MAX_LINES);
      return { spec: { type: "line", x: measure.name, y }, why: "steps" };
    }
    return second === undefined
      ? table("raw-rows")
      : { spec: { type: "scatter", x: measure.name, y: second.name }, why: "two-measures" };
  }
  if (groups.length > 2 || category.distinct > MAX_BARS) return table("too-many");
  if (split !== undefined) {
    if (!oneEach(shape, [category.name, split.name])) return table("raw-rows");
    if (split.distinct <= MAX_SPLIT) {
      const spec = {
        type: "bar",
        category: category.name,
        value: measure.name,
        series: split.name,
      } as const;
      return { spec, why: "two-groups" };
    }
    if (split.distinct > MAX_GRID) return table("too-many");
    const spec = { type: "heat", x: split.name, y: category.name, value: measure.name } as const;
    return { spec, why: "grid" };
  }
  if (category.distinct === rows) {
    const [, ...also] = together(measures, MAX_BESIDE);
    const spec = { type: "bar", category: category.name, value: measure.name } as const;
    if (also.length === 0) return { spec, why: "ranking" };
    return { spec: { ...spec, also }, why: "several-measures" };
  }
  return second === undefined
    ? table("raw-rows")
    : {
        spec: { type: "scatter", x: measure.name, y: second.name, series: category.name },
        why: "two-measures",
      };
}

/** Chooses the first chart for a result; null when a table says it better. */
export const chooseChart = (shape: ResultShape): ChartSpec | null => firstChart(shape).spec;

/** A column of years or months stands for time when each row has its own. */
export function isStep(column: ShapeColumn, rows: number): boolean {
  return (
    column.kind === "integer" &&
    column.distinct === rows &&
    /ann|year|mois|month|sem|week|jour|day/i.test(column.name)
  );
}
