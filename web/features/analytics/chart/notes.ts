import { isTime } from "#domain/analytics/profile.ts";
import type { Annotation } from "#domain/analytics/chart/look.ts";
import type { Palette } from "./palette.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";

/** Where a value stands on the x axis, which is a list of values but for dots; null when it is not there. */
export function placeOf(plot: Plot, value: string | number): number | null {
  if (plot.type === "scatter") return typeof value === "number" ? value : Number(value);
  const wanted = isTime(plot.x.kind)
    ? typeof value === "string"
      ? Date.parse(value)
      : value
    : plot.x.kind === "text" || plot.x.kind === "boolean"
      ? value
      : Number(value);
  if (typeof wanted === "string") {
    const at = plot.x.values.findIndex((one) => String(one) === wanted);
    return at < 0 ? null : at;
  }
  if (Number.isNaN(wanted)) return null;
  if (plot.bins) {
    const at = plot.bins.findIndex(({ from, to }) => wanted >= from && wanted <= to);
    return at < 0 ? null : at;
  }
  // The month of a day, the year of a month: the last place that is not after it.
  let best: number | null = null;
  for (const [at, one] of plot.x.values.entries())
    if (typeof one === "number" && one <= wanted) best = at;
  return best;
}

type Mark = Record<string, unknown>;

/** Lines and bands with their words, and the target, as ECharts draws them on the first series. */
export function notes(
  plot: Plot,
  colors: Palette,
  words: { target: (value: number) => string },
  font: string,
): Mark {
  const across = plot.type === "bar" && plot.direction === "across";
  const { annotations = [], target } = plot.look;
  const axisOf = (axis: "x" | "y"): string => ((axis === "x") === across ? "yAxis" : "xAxis");
  /** Beside a level line, above an upright one: categories that lie across run from the top down, and so do their lines. */
  const above = (axis: "x" | "y"): string =>
    axisOf(axis) === "yAxis" ? "insideEndTop" : across ? "start" : "end";
  const spot = ({ axis }: Annotation, value: string | number): number | null =>
    axis === "x" ? placeOf(plot, value) : Number.isNaN(Number(value)) ? null : Number(value);
  const label = (text: string): Mark => ({
    show: true,
    formatter: () => text,
    color: colors.ink2,
    fontFamily: font,
    fontSize: 11,
  });
  const lines: Mark[] = [];
  const bands: [Mark, Mark][] = [];
  for (const note of annotations) {
    const at = spot(note, note.at);
    if (at === null) continue;
    const to = note.to === undefined ? null : spot(note, note.to);
    if (to === null) {
      lines.push({
        [axisOf(note.axis)]: at,
        label: {
          ...label(note.label),
          position: above(note.axis),
        },
      });
    } else {
      bands.push([
        { [axisOf(note.axis)]: at, label: { ...label(note.label), position: "insideTop" } },
        { [axisOf(note.axis)]: to },
      ]);
    }
  }
  if (target !== undefined)
    lines.push({
      [axisOf("y")]: target,
      label: { ...label(words.target(target)), position: above("y") },
      lineStyle: { color: colors.ink2, type: "solid", width: 1.5 },
    });
  return {
    ...(lines.length > 0 && {
      markLine: {
        silent: true,
        symbol: "none",
        animation: false,
        lineStyle: { color: colors.ink3, type: [4, 3], width: 1 },
        data: lines,
      },
    }),
    ...(bands.length > 0 && {
      markArea: {
        silent: true,
        animation: false,
        itemStyle: { color: colors.mute, opacity: 0.28 },
        data: bands,
      },
    }),
  };
}
