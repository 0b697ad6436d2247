import type { Spot } from "./chart-options.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";

const STEPS: Record<string, readonly [along: number, series: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

const holds = (plot: Plot, { at, series }: Spot): boolean =>
  (plot.series[series]?.values[at] ?? null) !== null;

/** The mark that a key leads to from another, over gaps; the same one at the end. Null when the key walks nowhere. */
export function walk(plot: Plot, from: Spot | undefined, key: string): Spot | null {
  const last = plot.x.values.length - 1;
  const start = { at: 0, series: 0 };
  if (last < 0 || plot.series.length === 0) return null;
  const step = STEPS[key];
  if (step === undefined && key !== "Home" && key !== "End") return null;
  if (from === undefined) return firstHeld(plot, start, 1) ?? start;
  if (key === "Home") return firstHeld(plot, { ...from, at: 0 }, 1) ?? from;
  if (key === "End") return firstHeld(plot, { ...from, at: last }, -1) ?? from;
  // Bars that lie across have their categories one below the other; a box has one spot a category.
  const turned = plot.type === "bar" && plot.direction === "across";
  const [a, b] = step ?? [0, 0];
  const [along, other] = turned ? [b, a] : [a, b];
  if (along !== 0) return firstHeld(plot, { ...from, at: from.at + along }, along) ?? from;
  if (plot.type === "box") return from;
  for (let series = from.series + other; plot.series[series] !== undefined; series += other) {
    const next = { at: from.at, series };
    if (holds(plot, next)) return next;
  }
  return from;
}

/** The first mark that has a figure, from one on along the axis. Dots of a group stand between those of others. */
function firstHeld(plot: Plot, from: Spot, step: number): Spot | null {
  for (let at = from.at; at >= 0 && at < plot.x.values.length; at += step)
    if (holds(plot, { ...from, at })) return { ...from, at };
  return null;
}
