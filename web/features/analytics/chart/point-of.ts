import type { ChartPoint, ChartRange, PointCondition } from "#domain/analytics/chart/point.ts";
import { isContinuous } from "#domain/analytics/profile.ts";
import { isShare } from "./stacked.ts";
import type { ChartWords } from "./chart-words.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";

/** A mark of a plot as the page and its neighbours speak of it. Null where nothing stands. */
export function pointOf(
  plot: Plot,
  at: number,
  series: number,
  words: Pick<ChartWords, "name" | "number">,
): ChartPoint | null {
  const one = plot.series[series];
  const figure = one?.values[at];
  if (one === undefined || figure === null || figure === undefined) return null;
  const x = plot.x.values[at] ?? null;
  const several = plot.series.length > 1 && plot.type !== "box";
  const label = several ? `${words.name(x)}, ${one.name}` : words.name(x);
  const bin = plot.bins?.[at];
  if (bin !== undefined) {
    const last = at === plot.x.values.length - 1;
    return {
      conditions: [{ column: plot.x.name, ...bin, last }],
      measure: null,
      figure,
      label: `${words.number(bin.from)} – ${words.number(bin.to)}`,
    };
  }
  const split: PointCondition[] = [];
  if (plot.split !== null && one.key !== undefined)
    split.push({ column: plot.split, value: one.key });
  else if (plot.split !== null && one.except !== undefined)
    split.push({ column: plot.split, except: one.except });
  // A box alone has no category of its own: its rows are all of them.
  const lone = plot.type === "box" && plot.x.name === plot.measure;
  const measure = plot.split === null && plot.type !== "box" ? one.name : plot.measure;
  const others = plot.rest && at === plot.x.values.length - 1 ? plot.rest : undefined;
  const place: PointCondition = others
    ? { column: plot.x.name, except: others }
    : { column: plot.x.name, value: x };
  const conditions: PointCondition[] = [...(lone ? [] : [place]), ...split];
  if (plot.type === "scatter") conditions.push({ column: plot.measure, value: figure });
  return { conditions, measure, figure, label };
}

/** Whether a span can be chosen along the x axis: a time or numbers in their order. */
export const canBrush = (plot: Plot): boolean =>
  plot.type === "histogram" ||
  ((plot.type === "line" || plot.type === "area") && isContinuous(plot.x.kind));

/** The span from one x to another, in the values of the axis, both taken. */
export function rangeOf(plot: Plot, a: number, b: number): ChartRange | null {
  const [first, last] = a < b ? [a, b] : [b, a];
  const from = plot.bins?.[first]?.from ?? plot.x.values[first];
  const to = plot.bins?.[last]?.to ?? plot.x.values[last];
  return typeof from === "number" && typeof to === "number"
    ? { column: plot.x.name, from, to }
    : null;
}

/** The share of a mark in its stack, where that is what is drawn. */
export function shareAt(plot: Plot, at: number, series: number): number | null {
  if (!isShare(plot)) return null;
  const all = plot.series.reduce((sum, one) => sum + Math.abs(one.values[at] ?? 0), 0);
  const value = plot.series[series]?.values[at];
  return value === null || value === undefined || all === 0 ? null : value / all;
}
