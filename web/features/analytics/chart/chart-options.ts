import type { EChartsCoreOption } from "echarts/core";
import { isTime } from "#domain/analytics/profile.ts";
import { axisText, FONT, marks, SMALL, type Drawing } from "./marks.ts";
import { notes } from "./notes.ts";
import type { Plot } from "./plot.ts";
import { isShare } from "./stacked.ts";

/** Which mark the pointer or the keys are at. */
export interface Spot {
  at: number;
  series: number;
}

const isAcross = (plot: Plot): boolean => plot.type === "bar" && plot.direction === "across";

function axes(drawing: Drawing, locale: string): Record<"xAxis" | "yAxis", object> {
  const { plot, colors, words } = drawing;
  const across = isAcross(plot);
  const label = { color: colors.ink3, fontFamily: FONT, fontSize: SMALL, hideOverlap: true };
  const title = (name: string | undefined, gap: number) =>
    name === undefined || name === ""
      ? {}
      : {
          name,
          nameLocation: "middle",
          nameGap: gap,
          nameTextStyle: { color: colors.ink3, fontFamily: FONT, fontSize: SMALL },
        };
  const { xTitle, yTitle, scale, zero } = plot.look;
  const category = {
    type: "category",
    data: plot.x.values.map(words.x),
    axisTick: { show: false },
    boundaryGap: plot.type !== "line" && plot.type !== "area",
    axisLine: { lineStyle: { color: colors.grid } },
    axisLabel: across ? { ...label, color: colors.ink2, width: 150, overflow: "truncate" } : label,
    ...(across && { inverse: true }),
    ...title(xTitle, across ? 120 : 28),
  };
  const groups = {
    type: "category",
    data: plot.series.map(({ name }) => name),
    inverse: true,
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { ...label, color: colors.ink2, width: 150, overflow: "truncate" },
    ...title(yTitle, 120),
  };
  const value = {
    type: scale === "log" ? "log" : "value",
    splitLine: { lineStyle: { color: colors.grid } },
    axisLabel: { ...label, formatter: axisText(plot, words, locale) },
    // Lengths that do not begin at zero lie: only lines, dots and boxes may leave it.
    scale:
      plot.type === "scatter" || plot.type === "box"
        ? zero !== true
        : plot.type === "line" && zero === false,
    ...(isShare(plot) && { max: 1 }),
    ...title(yTitle, across ? 28 : 44),
  };
  if (plot.type === "scatter") {
    const numbers = { ...value, axisLabel: { ...label, formatter: words.x }, ...title(xTitle, 28) };
    return { xAxis: { ...numbers, type: isTime(plot.x.kind) ? "time" : "value" }, yAxis: value };
  }
  if (plot.type === "heat") return { xAxis: category, yAxis: groups };
  return across ? { xAxis: value, yAxis: category } : { xAxis: category, yAxis: value };
}

/** Room for the names at the end of the lines, in px. */
function endRoom(plot: Plot): number {
  if (isAcross(plot)) return plot.series.length === 1 ? 56 : 16;
  const named =
    plot.type === "line" && plot.series.length > 1 && (plot.look.legend ?? "end") === "end";
  if (!named) return 12;
  return 16 + 6.5 * Math.min(18, Math.max(...plot.series.map(({ name }) => name.length)));
}

/** The span of figures that the colours of a grid run over. */
function heatSpan(plot: Plot): { min: number; max: number } {
  let [min, max] = [Infinity, -Infinity];
  for (const { values } of plot.series)
    for (const value of values) {
      if (value === null) continue;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  return min > max ? { min: 0, max: 1 } : { min: Math.min(0, min), max };
}

/** ECharts' options for a plot. `tooltip` makes the element that follows the pointer. */
export function chartOptions(
  drawing: Drawing & {
    locale: string;
    range: { from: number; to: number } | undefined;
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
          [{ xAxis: range.from }, { xAxis: range.to }],
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
        left: isAcross(plot) || plot.type === "heat" || !plot.look.yTitle ? 4 : 20,
        right: endRoom(plot),
        top: plot.look.annotations?.some(({ axis }) => axis === "x") ? 26 : 12,
        bottom: plot.look.xTitle && !isAcross(plot) ? 22 : 4,
        containLabel: true,
      },
      ...axes(drawing, drawing.locale),
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
        type: isTime(plot.x.kind) && !isAcross(plot) ? "line" : "none",
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
