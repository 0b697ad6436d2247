import { CHART_KINDS, chartFits, type Unfit } from "#domain/analytics/chart/fits.ts";
import { chooseChart, isStep, MAX_BESIDE } from "#domain/analytics/chart/rules.ts";
import { together } from "#domain/analytics/chart/together.ts";
import type { ResultShape, ShapeColumn } from "#domain/analytics/chart/shape.ts";
import { ChartSpec, type ChartKind } from "#domain/analytics/chart/spec.ts";
import { z } from "#domain/analytics/page-zod.ts";
import { isMeasure, isTime } from "#domain/analytics/profile.ts";

const name = z.string().max(200);

/** What a chart draws, as the model says it: names of result columns by their part in it. */
export const ChartHint = z.strictObject({
  type: z.enum(CHART_KINDS),
  /** Time or category; of heat map and pivot what stands across. */
  x: name.nullable(),
  y: z.array(name).max(8),
  /** Splits into series; of heat map and pivot what stands down the side. */
  series: name.nullable(),
  stack: z.enum(["none", "sum", "share"]).nullable().optional(),
});
export type ChartHint = z.infer<typeof ChartHint>;

/** A chart that was named and is not drawn, and why. */
export interface ChartUnfit {
  kind: ChartKind;
  why: Unfit | "no-column";
}

/** Kinds whose x is read in its order, so that months as text are a course of time too. */
const IN_ORDER = new Set<ChartKind>(["line", "area", "number"]);
/** Kinds that take x and series for names, so that years and week days as numbers are none to be drawn. */
const BY_NAME = new Set<ChartKind>(["bar", "pie", "heat", "box", "pivot"]);

/** A column as its part in a chart reads it. */
function asPart(column: ShapeColumn, kind: ChartKind, part: "x" | "series"): ShapeColumn {
  if (part === "x" && IN_ORDER.has(kind)) return { ...column, kind: "date" };
  if (part === "series" || (BY_NAME.has(kind) && isMeasure(column.kind)))
    return { ...column, kind: "text" };
  return column;
}

function specOf(
  hint: ChartHint,
  x: ShapeColumn | undefined,
  { rows, columns }: ResultShape,
): unknown {
  const { type, y, series, stack } = hint;
  const value = y[0];
  const split = series === null ? {} : { series };
  const piled = stack ? { stack } : {};
  const [, ...also] = together(
    y.flatMap((one) => columns.find((column) => column.name === one) ?? []),
    MAX_BESIDE,
  );
  const down = x !== undefined && (isTime(x.kind) || isStep(x, rows));
  switch (type) {
    case "line":
      return { type, x: x?.name, y, ...split };
    case "area":
      return { type, x: x?.name, y, ...split, ...piled };
    case "bar":
      return {
        type,
        category: x?.name,
        value,
        ...split,
        ...(series === null ? (also.length > 0 ? { also } : {}) : piled),
        ...(down ? { direction: "up", sort: "data" } : {}),
      };
    case "pie":
      return { type, category: x?.name, value };
    case "scatter":
      return { type, x: x?.name, y: value, ...split };
    case "heat":
      return { type, x: x?.name, y: series, value };
    case "histogram":
      return { type, value: value ?? x?.name };
    case "box":
      return { type, value, ...(x ? { category: x.name } : {}) };
    case "number":
      return { type, value: value ?? x?.name, ...(rows > 1 && x ? { over: x.name } : {}) };
    case "table":
      return { type };
    case "pivot":
      return series === null
        ? { type, rows: x ? [x.name] : [], columns: [], value }
        : { type, rows: [series], columns: x ? [x.name] : [], value };
    default:
      return type satisfies never;
  }
}

/** Why the columns that a hint names are no chart of its kind; null where they are. */
function unfitOf(hint: ChartHint, shape: ResultShape): ChartUnfit["why"] | null {
  const { type, x, y, series } = hint;
  const named = (wanted: string) => shape.columns.find((column) => column.name === wanted);
  if ([x, ...y, series].some((one) => one !== null && named(one) === undefined)) return "no-column";
  if (type === "table") return null;
  const labels = (
    [
      [x, "x"],
      [series, "series"],
    ] as const
  ).flatMap(([one, part]) => {
    const column = one === null ? undefined : named(one);
    if (column === undefined) return [];
    const measured = type === "scatter" || (type === "histogram" && y.length === 0);
    return [measured && part === "x" ? column : asPart(column, type, part)];
  });
  const measures = y.flatMap((one) => named(one) ?? []);
  const columns = [...new Map([...labels, ...measures].map((one) => [one.name, one])).values()];
  const fit = chartFits({ ...shape, columns }).find(({ kind }) => kind === type);
  return fit && "why" in fit ? fit.why : null;
}

/**
 * The chart of an answer: the one that the model named where its columns are in the result and fit, else the one that the rules
 * choose, with why the named one is not drawn.
 */
export function hintedChart(
  hint: ChartHint | null,
  shape: ResultShape,
): { spec: ChartSpec | null; unfit: ChartUnfit | null } {
  if (hint === null) return { spec: chooseChart(shape), unfit: null };
  const why = unfitOf(hint, shape);
  const x = shape.columns.find((column) => column.name === hint.x);
  const read = ChartSpec.safeParse(specOf(hint, x, shape));
  if (why === null && read.success) return { spec: read.data, unfit: null };
  return { spec: chooseChart(shape), unfit: { kind: hint.type, why: why ?? "no-column" } };
}
