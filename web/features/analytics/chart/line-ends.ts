import type { ECharts } from "echarts/core";
import { SMALL } from "./font.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";
import { drawnValues } from "./stacked.ts";

const LINE = SMALL + 4;

/** Heights moved apart so that no two are nearer than `gap`, none below `bottom`. Their order stays. */
export function spread(wanted: readonly number[], gap: number, bottom: number): number[] {
  const order = wanted.map((y, at) => ({ y, at })).toSorted((a, b) => a.y - b.y);
  const places = order.map(({ y }) => y);
  for (let at = 1; at < places.length; at++)
    places[at] = Math.max(places[at] ?? 0, (places[at - 1] ?? 0) + gap);
  for (let at = places.length - 1; at >= 0; at--) {
    const below = at === places.length - 1 ? bottom : (places[at + 1] ?? 0) - gap;
    places[at] = Math.min(places[at] ?? 0, below);
  }
  const result: number[] = [];
  for (const [rank, { at }] of order.entries()) result[at] = places[rank] ?? 0;
  return result;
}

/**
 * Where the names at the ends of lines stand, in px of the canvas, asked for by ECharts while it lays out: beside their line, apart from
 * each other, and above the axis, whose own names stand below it.
 */
export function lineEnds(chart: ECharts, plot: Plot): (series: number) => number | undefined {
  let places: number[] = [];
  const pixel = (at: number, value: number): number => {
    const found: unknown = chart.convertToPixel({ gridIndex: 0 }, [at, value]);
    return Array.isArray(found) ? Number(found[1]) : NaN;
  };
  return (series) => {
    // Asked for one after the other: the first computes for all, at whatever size the chart has now.
    if (series === 0 || places.length === 0) {
      const values = plot.series.map((_, at) => drawnValues(plot, at));
      const ends = values.map((all) => all.findLastIndex((value) => value !== null));
      const wanted = ends.map((at, one) => (at < 0 ? NaN : pixel(at, values[one]?.[at] ?? 0)));
      const floor = Math.max(...wanted.filter((y) => !Number.isNaN(y)), bottomOf(chart));
      places = spread(
        wanted.map((y) => (Number.isNaN(y) ? floor : y)),
        LINE,
        floor,
      );
    }
    return places[series];
  };
}

/** The lowest px at which a name still stands clear of the axis. */
function bottomOf(chart: ECharts): number {
  for (let y = chart.getHeight(); y > 0; y--)
    if (chart.containPixel({ gridIndex: 0 }, [chart.getWidth() / 2, y])) return y - LINE / 2 + 3;
  return chart.getHeight();
}
