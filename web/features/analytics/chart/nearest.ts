import type { ECharts } from "echarts/core";
import type { Spot } from "./chart-options.ts";
import { isAcross } from "./marks.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";
import { drawnValues } from "./stacked.ts";

/** The place on the x axis under a point of the canvas (px), or null outside of the axes. */
export function placeAt(chart: ECharts, plot: Plot, [x, y]: [number, number]): number | null {
  const found: unknown = chart.convertFromPixel({ gridIndex: 0 }, [x, y]);
  const along: unknown = Array.isArray(found) ? found[isAcross(plot) ? 1 : 0] : undefined;
  if (typeof along !== "number" || Number.isNaN(along)) return null;
  return Math.max(0, Math.min(plot.x.values.length - 1, Math.round(along)));
}

/** Whether a whole place of the axis is one mark, its name and its figure with it: small bars can be hit too. */
export const byPlace = ({ type, series }: Plot): boolean =>
  type === "line" ||
  type === "area" ||
  type === "histogram" ||
  (type === "bar" && series.length === 1);

/** The mark that a press on the canvas means where a whole place is one, or null beside the axes. */
export function pressed(chart: ECharts, plot: Plot, [x, y]: [number, number]): Spot | null {
  const [wide, high] = [chart.getWidth() / 2, chart.getHeight() / 2];
  const inside = isAcross(plot) ? [wide, y] : plot.type === "bar" ? [x, high] : [x, y];
  if (!byPlace(plot) || !chart.containPixel({ gridIndex: 0 }, inside)) return null;
  if (plot.type === "line" || plot.type === "area") return nearest(chart, plot, [x, y]);
  const at = placeAt(chart, plot, [x, y]);
  return at === null ? null : { at, series: 0 };
}

/** The mark of a line or an area that is nearest to a point of the canvas: lines are too thin to be hit. */
export function nearest(chart: ECharts, plot: Plot, point: [number, number]): Spot | null {
  const at = placeAt(chart, plot, point);
  if (at === null) return null;
  let best: { series: number; far: number } | undefined;
  let below = 0;
  for (const series of plot.series.keys()) {
    const value = drawnValues(plot, series)[at] ?? null;
    if (value === null) continue;
    // Areas that are stacked stand on those before them.
    const top = plot.stack === "none" ? value : below + value;
    below = top;
    const found: unknown = chart.convertToPixel({ gridIndex: 0 }, [at, top]);
    if (!Array.isArray(found)) continue;
    const far = Math.abs(Number(found[1]) - point[1]);
    if (best === undefined || far < best.far) best = { series, far };
  }
  return best === undefined ? null : { at, series: best.series };
}
