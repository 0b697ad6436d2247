import type { Plot } from "#domain/analytics/chart/plot.ts";

/** Whether heights are shares of their stack. */
export const isShare = (plot: Plot): boolean => plot.stack === "share" && plot.series.length > 1;

/** What a series draws at each x: its figures, or its shares of the stack (0 to 1). */
export function drawnValues(plot: Plot, series: number): (number | null)[] {
  const values = plot.series[series]?.values ?? [];
  // A logarithm knows no zero and nothing below it.
  if (plot.look.scale === "log")
    return values.map((value) => (value === null || value <= 0 ? null : value));
  if (!isShare(plot)) return values;
  return values.map((value, at) => {
    const all = plot.series.reduce((sum, one) => sum + Math.abs(one.values[at] ?? 0), 0);
    return value === null || all === 0 ? null : value / all;
  });
}
