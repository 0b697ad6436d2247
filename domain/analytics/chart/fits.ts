import { isMeasure, isTime } from "#domain/analytics/profile.ts";
import { isStep, MAX_BARS, MAX_BESIDE, MAX_LINES } from "./rules.ts";
import { oneEach, type ResultShape } from "./shape.ts";
import type { ChartKind, ChartSpec } from "./spec.ts";
import { together } from "./together.ts";

/** Why a kind of chart does not fit a result; the page says it in words. */
export type Unfit =
  | "no-rows"
  | "no-measure"
  | "no-time"
  | "no-category"
  | "no-second-measure"
  | "no-second-category"
  | "one-row"
  | "repeats"
  | "negatives"
  | "many-slices"
  | "many-categories"
  | "few-values";

export type Fit = { kind: ChartKind; spec: ChartSpec } | { kind: ChartKind; why: Unfit };

/** In the order in which they are offered. */
export const CHART_KINDS = [
  "line",
  "area",
  "bar",
  "pie",
  "scatter",
  "heat",
  "histogram",
  "box",
  "number",
  "table",
  "pivot",
] as const satisfies readonly ChartKind[];

const MAX_SLICES = 6;
/** Spreads of fewer values than this are their list. */
const FEW = 5;

/** For one kind: the spec that draws this result so, or why none does. */
function fit(kind: ChartKind, shape: ResultShape): ChartSpec | Unfit {
  const { rows, columns } = shape;
  const measures = columns.filter((column) => isMeasure(column.kind));
  const groups = columns.filter((column) => column.kind === "text" || column.kind === "boolean");
  const [category, split] = groups;
  const step = measures.find((column) => isStep(column, rows));
  const time = columns.find((column) => isTime(column.kind)) ?? step;
  const figures = measures.filter((column) => column !== time);
  const [value, second] = figures;
  if (kind === "table") return { type: "table" };
  if (rows === 0) return "no-rows";
  if (value === undefined) return "no-measure";
  const label = category ?? time;
  switch (kind) {
    case "line":
    case "area": {
      if (time === undefined || time.distinct < 2) return "no-time";
      if (oneEach(shape, [time.name])) {
        const y = together(figures, kind === "line" ? MAX_LINES : 1);
        return { type: kind, x: time.name, y };
      }
      if (category === undefined || !oneEach(shape, [time.name, category.name])) return "repeats";
      return { type: kind, x: time.name, y: [value.name], series: category.name };
    }
    case "bar": {
      if (label === undefined) return "no-category";
      if (label.distinct > MAX_BARS) return "many-categories";
      const spec = { type: "bar", category: label.name, value: value.name } as const;
      const way =
        category === undefined ? ({ ...spec, direction: "up", sort: "name" } as const) : spec;
      const [, ...also] = together(figures, MAX_BESIDE);
      if (oneEach(shape, [label.name])) return also.length === 0 ? way : { ...way, also };
      if (category === undefined) return "repeats";
      // Time goes along the bottom, groups above each other.
      if (split === undefined && time !== undefined && oneEach(shape, [time.name, category.name])) {
        const part = { series: category.name, direction: "up", sort: "name" } as const;
        if (time.distinct <= MAX_BARS) return { ...spec, category: time.name, ...part };
      }
      const other = split ?? time;
      if (other === undefined || !oneEach(shape, [label.name, other.name])) return "repeats";
      return { ...spec, series: other.name };
    }
    case "pie":
      if (label === undefined) return "no-category";
      if (rows < 2) return "one-row";
      if (label.distinct > MAX_SLICES) return "many-slices";
      if (!oneEach(shape, [label.name])) return "repeats";
      if ((value.min ?? 0) < 0) return "negatives";
      return { type: "pie", category: label.name, value: value.name };
    case "scatter":
      if (second === undefined) return "no-second-measure";
      if (rows < 2) return "one-row";
      return { type: "scatter", x: value.name, y: second.name };
    case "heat": {
      const [y, x] = split === undefined ? [category, time] : [category, split];
      if (y === undefined) return "no-category";
      if (x === undefined) return "no-second-category";
      if (x.distinct > MAX_BARS * 2 || y.distinct > MAX_BARS) return "many-categories";
      if (!oneEach(shape, [x.name, y.name])) return "repeats";
      return { type: "heat", x: x.name, y: y.name, value: value.name };
    }
    case "histogram":
      return rows < FEW ? "few-values" : { type: "histogram", value: value.name };
    case "box": {
      if (rows < FEW) return "few-values";
      const by = category !== undefined && category.distinct <= MAX_BARS / 2 ? category : undefined;
      const several = by !== undefined && rows / by.distinct >= FEW;
      return { type: "box", value: value.name, ...(several && { category: by.name }) };
    }
    case "number":
      if (rows === 1) return { type: "number", value: value.name };
      if (time === undefined || !oneEach(shape, [time.name])) return "repeats";
      return { type: "number", value: value.name, over: time.name };
    case "pivot": {
      const labels = [...groups, ...(time === undefined ? [] : [time])];
      const [first, ...rest] = labels;
      if (first === undefined) return "no-category";
      const across = rest.at(-1);
      if (across !== undefined && across.distinct > MAX_BARS) return "many-categories";
      return {
        type: "pivot",
        rows: [first.name, ...rest.slice(0, -1).map(({ name }) => name)].slice(0, 3),
        columns: across === undefined ? [] : [across.name],
        value: value.name,
      };
    }
    default:
      return kind satisfies never;
  }
}

/** Every kind of chart, with the spec that fits this result or why there is none. */
export function chartFits(shape: ResultShape): Fit[] {
  return CHART_KINDS.map((kind) => {
    const spec = fit(kind, shape);
    return typeof spec === "string" ? { kind, why: spec } : { kind, spec };
  });
}
