import type { ECharts } from "echarts/core";
import type { Spot } from "./chart-options.ts";
import type { Plot } from "./plot.ts";
import { drawnValues } from "./stacked.ts";

/** The place on the x axis under a point of the canvas (px), or null outside of the axes. */
export function placeAt(chart: ECharts, plot: Plot, [x, y]: [number, number]): number | null {
  const found: unknown = chart.convertFromPixel({ gridIndex: 0 }, [x, y]);
  if (!Array.isArray(found) || typeof found[0] !== "number" || Number.isNaN(found[0])) return null;
  return Math.max(0, Math.min(plot.x.values.length - 1, Math.round(found[0])));
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
