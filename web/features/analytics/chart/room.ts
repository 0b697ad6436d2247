import { isAcross } from "./marks.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";

/** On a phone a chart is as high as so many rows at most; those below them scroll. */
const MOST_ROWS = 20;

/** The least that rows need, in px: a finger more than a pointer. Of `most` rows at most. */
function leastOf(plot: Plot, phone: boolean, most = Infinity): number {
  const { x, series, stack } = plot;
  if (isAcross(plot)) {
    const single = phone ? 36 : series.length === 1 ? 25 : 20;
    const beside = series.length > 1 && stack === "none";
    return (
      (series.length === 1 ? 12 : 48) +
      Math.min(x.values.length, most) * (beside ? series.length * 14 + 10 : single)
    );
  }
  if (plot.type === "heat") return 56 + Math.min(series.length, most) * (phone ? 34 : 22);
  return 0;
}

/** The height in px that a tile of a phone gives a chart of rows, whatever place it has on a wide screen; 0 for others. */
export const roomOnPhone = (plot: Plot): number => leastOf(plot, true, MOST_ROWS);

/** The height of a chart as a CSS length: its own, or that of its place unless its rows need more, which then scrolls. */
export function heightOf(plot: Plot, { phone, fill }: { phone: boolean; fill: boolean }): string {
  const least = leastOf(plot, phone);
  if (fill) return least === 0 ? "100%" : `max(100%, ${least}px)`;
  if (plot.type === "heat") return `${Math.max(160, 56 + plot.series.length * 34)}px`;
  if (isAcross(plot)) return `${Math.max(plot.series.length === 1 ? 96 : 160, least)}px`;
  return phone ? "260px" : "340px";
}
