import type { Plot } from "#domain/analytics/chart/plot.ts";
import { drawnValues } from "./stacked.ts";

/** Whether the lines of a plot go on over places without a figure. */
export const joinsGaps = (plot: Plot): boolean =>
  plot.stack === "none" && plot.x.values.length <= 40;

/** A point that no line reaches: its place, its series, and the height at which it stands (on its stack). */
export interface LonePoint {
  at: number;
  series: number;
  y: number;
}

/** The points of lines or areas that have no neighbour to be joined to. */
export function lonePoints(plot: Plot): LonePoint[] {
  const joined = joinsGaps(plot);
  const stacked = plot.stack !== "none";
  const found: LonePoint[] = [];
  const below = plot.x.values.map(() => ({ up: 0, down: 0 }));
  for (const series of plot.series.keys()) {
    const values = drawnValues(plot, series);
    const alone = joined && values.filter((value) => value !== null).length === 1;
    for (const [at, value] of values.entries()) {
      if (value === null) continue;
      const stack = below[at];
      // ECharts stacks what is below zero by itself.
      const side = value < 0 ? "down" : "up";
      const y = stacked && stack ? (stack[side] += value) : value;
      const ends = (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
      if (joined ? alone : ends) found.push({ at, series, y });
    }
  }
  return found;
}
