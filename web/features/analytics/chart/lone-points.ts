import type { Plot } from "#domain/analytics/chart/plot.ts";
import { drawnValues } from "./stacked.ts";

/** Whether the lines of a plot go on over places without a figure. */
export const joinsGaps = ({ stack, gaps, x }: Plot): boolean =>
  stack === "none" && !(gaps ?? x.values.length > 40);

/** A point of a line: its place, its series, and the height at which it stands (on its stack). */
export interface LinePoint {
  at: number;
  series: number;
  y: number;
}

/** How high each figure of each series is drawn: areas that are stacked stand on those before them. */
export function heights(plot: Plot): (number | null)[][] {
  const all = plot.series.map((_, series) => drawnValues(plot, series));
  if (plot.stack === "none") return all;
  // ECharts stacks what is below zero by itself.
  const below = plot.x.values.map(() => ({ up: 0, down: 0 }));
  return all.map((values) =>
    values.map((value, at) => {
      const stack = below[at];
      return value === null || !stack ? null : (stack[value < 0 ? "down" : "up"] += value);
    }),
  );
}

/** The points of lines or areas that a line alone would not show: those without a neighbour, and the ends of gaps that it is drawn over. */
export function lonePoints(plot: Plot): LinePoint[] {
  const joined = joinsGaps(plot);
  return heights(plot).flatMap((values, series) => {
    const first = values.findIndex((y) => y !== null);
    const last = values.findLastIndex((y) => y !== null);
    return values.flatMap((y, at) => {
      if (y === null) return [];
      const open = [at - 1, at + 1].map((next) => (values[next] ?? null) === null);
      const [before, after] = joined
        ? [open[0] && at > first, open[1] && at < last]
        : [open[0] && open[1], false];
      return before || after || first === last ? [{ at, series, y }] : [];
    });
  });
}
