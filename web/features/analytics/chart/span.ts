import type { ChartRange } from "#domain/analytics/chart/point.ts";
import { placeOf } from "./notes.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";

/** Places of the axis, both taken. */
export interface Span {
  from: number;
  to: number;
}

/** Where a chosen range stands on the axis of a plot; undefined where it is none of it. */
export function spanOf(plot: Plot, range: ChartRange | undefined): Span | undefined {
  if (range === undefined || range.column !== plot.x.name) return undefined;
  const first = plot.bins
    ? plot.bins.findIndex(({ to }) => range.from < to)
    : plot.x.values.findIndex((x) => typeof x === "number" && x >= range.from);
  const last = placeOf(plot, range.to);
  return first < 0 || last === null || last < first ? undefined : { from: first, to: last };
}
