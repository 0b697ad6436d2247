import type { Plot } from "#domain/analytics/chart/plot.ts";

/** Whether the names of the series stand above: lines carry theirs at the end, a grid and boxes at the side. */
export function hasLegend({ type, series, look }: Plot): boolean {
  if (series.length < 2 || look.legend === "none" || type === "heat" || type === "box")
    return false;
  return type !== "line" || look.legend === "top";
}
