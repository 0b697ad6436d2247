import type { EChartsCoreOption } from "echarts/core";
import { isTime } from "#domain/analytics/profile.ts";
import { axes, hasUpright, isRanking, titles } from "./axes.ts";
import { FONT, SMALL } from "./font.ts";
import { isAcross, marks, type Drawing } from "./marks.ts";
import { notes } from "./notes.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";
import type { Span } from "./span.ts";

/** Which mark the pointer or the keys are at. */
export interface Spot {
  at: number;
  series: number;
}

/** Room for the names at the end of the lines, in px. */
function endRoom(drawing: Drawing, width: number): number {
  const { plot } = drawing;
  if (isAcross(plot)) return isRanking(drawing) ? 4 : 16;
  const named =
    plot.type === "line" && plot.series.length > 1 && (plot.look.legend ?? "end") === "end";
  if (!named) return 12;
  const longest = Math.max(...plot.series.map(({ name }) => name.length));
  return Math.min(width * 0.34, 16 + 6.5 * Math.min(18, longest));
}

/** Px above the marks for the words of a chosen span. */
const SPAN_ROOM = 26;

/** Room above the marks: for the title of the axis at the side, and for what is written at the end of upright lines. */
function headRoom(plot: Plot): number {
  const { xTitle, yTitle } = titles(plot);
  const side = plot.type === "heat" || !isAcross(plot) ? yTitle : xTitle;
  return (side ? 20 : 0) + (hasUpright(plot) ? 26 : 12);
}

/** The span of figures that the colours of a grid run over. */
export function heatSpan(plot: Plot): { min: number; max: number } {
  let [min, max] = [Infinity, -Infinity];
  for (const { values } of plot.series)
    for (const value of values) {
      if (value === null) continue;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  return min > max ? { min: 0, max: 1 } : { min: Math.min(0, min), max };
}

/** The ends of a chosen span, in words, at its top. */
function spanLabel({ plot, words, colors }: Drawing, { from, to }: Span): object {
  const [first, last] = [plot.bins?.[from]?.from, plot.bins?.[to]?.to];
  const a = words.name(first ?? plot.x.values[from] ?? null);
  const b = words.name(last ?? plot.x.values[to] ?? null);
  return {
    label: {
      show: true,
      position: "top",
      formatter: () => (a === b ? a : `${a} – ${b}`),
      color: colors.accentInk,
      backgroundColor: colors.accentSoft,
      padding: [2, 6],
      borderRadius: 4,
      fontFamily: FONT,
      fontSize: SMALL + 1,
      fontWeight: 600,
    },
  };
}

/** ECharts' options for a plot. `tooltip` makes the element that follows the pointer. */
export function chartOptions(
  drawing: Drawing & {
    range: Span | undefined;
    target: (value: number) => string;
  },
  tooltip: (spot: Spot) => HTMLElement | undefined,
): EChartsCoreOption {
  const { plot, colors, range } = drawing;
  const series = marks(drawing);
  const first = series[0];
  if (first !== undefined && plot.type !== "pie" && plot.type !== "heat") {
    const drawn = notes(plot, colors, drawing, FONT);
    const chosen = range && {
      markArea: {
        silent: true,
        itemStyle: {
          color: colors.accent,
          opacity: 0.12,
          borderColor: colors.accent,
          borderWidth: 1,
        },
        data: [
          ...((drawn["markArea"] as { data: object[] } | undefined)?.data ?? []),
          [{ xAxis: range.from, ...spanLabel(drawing, range) }, { xAxis: range.to }],
        ],
      },
    };
    series[0] = { ...first, ...drawn, ...chosen };
  }
  const item = plot.type === "scatter" || plot.type === "heat" || plot.type === "pie";
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    ...(plot.type !== "pie" && {
      grid: {
        left: 4,
        right: endRoom(drawing, drawing.size.width),
        // The words of the chosen span stand above the lines.
        top: range && !isAcross(plot) ? Math.max(SPAN_ROOM, headRoom(plot)) : headRoom(plot),
        bottom: (isAcross(plot) ? titles(plot).yTitle : titles(plot).xTitle) ? 22 : 4,
        containLabel: true,
      },
      ...axes(drawing),
    }),
    ...(plot.type === "heat" && {
      visualMap: {
        type: "continuous",
        show: false,
        ...heatSpan(plot),
        inRange: { color: [...colors.ramp] },
      },
    }),
    series,
    tooltip: {
      trigger: item ? "item" : "axis",
      confine: true,
      transitionDuration: 0,
      padding: 0,
      borderWidth: 0,
      backgroundColor: "transparent",
      extraCssText: "box-shadow:none",
      axisPointer: {
        type: isTime(plot.x.kind) && !isAcross(plot) ? "line" : isAcross(plot) ? "shadow" : "none",
        // Behind the marks (2), which it would else cover.
        ...(isAcross(plot) && { z: 1 }),
        shadowStyle: { color: colors.hover },
        lineStyle: { color: colors.ink3, type: [2, 3] },
      },
      formatter: (points: Hit | Hit[]) => {
        const hit = Array.isArray(points) ? points[0] : points;
        return hit === undefined ? "" : (tooltip(spotOf(plot, hit)) ?? "");
      },
    },
  };
}

/** What ECharts tells of a mark. */
export interface Hit {
  dataIndex?: number | undefined;
  seriesIndex?: number | undefined;
}

/** The mark of the plot behind what ECharts hit: a grid is one series there, a line of cells each in the plot. */
export function spotOf(plot: Plot, { dataIndex = 0, seriesIndex = 0 }: Hit): Spot {
  if (plot.type !== "heat") return { at: dataIndex, series: seriesIndex };
  const width = Math.max(1, plot.x.values.length);
  return { at: dataIndex % width, series: Math.floor(dataIndex / width) };
}

/** The other way: what ECharts calls a mark of the plot. */
export const hitOf = (
  plot: Plot,
  { at, series }: Spot,
): { dataIndex: number; seriesIndex: number } =>
  plot.type === "heat"
    ? { dataIndex: series * plot.x.values.length + at, seriesIndex: 0 }
    : { dataIndex: at, seriesIndex: plot.type === "box" ? 0 : series };
