import type { EChartsCoreOption } from "echarts/core";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { isTime } from "#domain/analytics/profile.ts";
import type { Plot, Series } from "./chart-data.ts";
import type { Palette } from "./palette.ts";

/** How figures and dates are written; the caller knows the locale. */
export interface ChartWords {
  number: (value: number) => string;
  /** Short, for axes: 12 k, 3 M. */
  short: (value: number) => string;
  /** A value of the x axis. */
  x: (value: Cell) => string;
}

const FONT = '"Inter Variable", system-ui, sans-serif';
const SMALL = 11;
/** Second series dashed, fourth dotted: lines that differ by more than colour. */
const DASHES: Record<number, number[]> = { 1: [5, 3], 3: [2, 3] };

function axes(
  plot: Plot,
  colors: Palette,
  words: ChartWords,
): Record<"category" | "value", object> {
  const label = { color: colors.ink3, fontFamily: FONT, fontSize: SMALL, hideOverlap: true };
  return {
    category: {
      type: "category",
      data: plot.x.values.map(words.x),
      axisTick: { show: false },
      boundaryGap: plot.type !== "line",
      axisLine: { lineStyle: { color: colors.grid } },
      axisLabel:
        plot.type === "bar"
          ? { ...label, color: colors.ink2, width: 150, overflow: "truncate" }
          : label,
      ...(plot.type === "bar" && { inverse: true }),
    },
    value: {
      type: "value",
      splitLine: { lineStyle: { color: colors.grid } },
      axisLabel: { ...label, formatter: words.short },
      scale: plot.type === "scatter",
    },
  };
}

function line(series: Series, at: number, plot: Plot, colors: Palette): object {
  const color = colors.series[at] ?? colors.ink3;
  const few = plot.x.values.length <= 40;
  return {
    type: "line",
    name: series.name,
    data: series.values,
    showSymbol: false,
    symbolSize: 6,
    lineStyle: { color, width: at === 0 ? 2.25 : 1.5, type: DASHES[at] ?? "solid" },
    itemStyle: { color },
    connectNulls: few,
    emphasis: { disabled: true },
    ...(plot.series.length > 1 && {
      endLabel: {
        show: true,
        formatter: series.name.length > 18 ? `${series.name.slice(0, 17)}…` : series.name,
        color: colors.ink2,
        fontFamily: FONT,
        fontSize: SMALL,
        // Without air of their own, names that were shifted apart still touch.
        lineHeight: SMALL + 4,
        fontWeight: at === 0 ? 600 : 400,
      },
      labelLayout: { moveOverlap: "shiftY" },
    }),
  };
}

function bars(series: Series, at: number, plot: Plot, colors: Palette, words: ChartWords): object {
  const color = colors.series[at] ?? colors.ink3;
  // c2 and c7 are too pale for the page on their own: an edge carries them.
  const edge = at === 1 || at === 6 ? { borderColor: colors.line, borderWidth: 1 } : {};
  const alone = plot.series.length === 1;
  return {
    type: "bar",
    name: series.name,
    data: series.values,
    itemStyle: { color, borderRadius: plot.type === "bar" && alone ? [0, 3, 3, 0] : 0, ...edge },
    ...(plot.type === "histogram" ? { barCategoryGap: "8%" } : { barMaxWidth: 22 }),
    ...(!alone && { stack: "all" }),
    emphasis: { disabled: true },
    ...(plot.type === "bar" &&
      alone && {
        label: {
          show: true,
          position: "right",
          color: colors.ink2,
          fontFamily: FONT,
          fontSize: SMALL,
          formatter: ({ value }: { value: unknown }) =>
            typeof value === "number" ? words.short(value) : "",
        },
      }),
  };
}

function dots(series: Series, plot: Plot, colors: Palette): object {
  return {
    type: "scatter",
    name: series.name,
    data: series.values.map((value, at) => [plot.x.values[at], value]),
    symbolSize: plot.x.values.length > 2_000 ? 3 : 6,
    itemStyle: { color: colors.series[0], opacity: plot.x.values.length > 500 ? 0.45 : 0.8 },
    emphasis: { disabled: true },
    large: plot.x.values.length > 2_000,
  };
}

/** Room for the names at the end of the lines, in px. */
const endRoom = (plot: Plot): number =>
  16 + 6.5 * Math.min(18, Math.max(...plot.series.map(({ name }) => name.length)));

/** ECharts' options for a plot. `tooltip` makes the element that follows the pointer. */
export function chartOptions(
  plot: Plot,
  colors: Palette,
  words: ChartWords,
  tooltip: (at: number) => HTMLElement | undefined,
): EChartsCoreOption {
  const { category, value } = axes(plot, colors, words);
  const names = plot.type === "line" && plot.series.length > 1;
  const draw = (series: Series, at: number): object => {
    if (plot.type === "line") return line(series, at, plot, colors);
    return plot.type === "scatter"
      ? dots(series, plot, colors)
      : bars(series, at, plot, colors, words);
  };
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: {
      left: 4,
      right: names ? endRoom(plot) : plot.type === "bar" ? 56 : 12,
      top: 12,
      bottom: 4,
      containLabel: true,
    },
    xAxis: plot.type === "bar" ? value : plot.type === "scatter" ? value : category,
    yAxis: plot.type === "bar" ? category : value,
    series: plot.series.map(draw),
    tooltip: {
      trigger: plot.type === "scatter" ? "item" : "axis",
      confine: true,
      transitionDuration: 0,
      padding: 0,
      borderWidth: 0,
      backgroundColor: "transparent",
      extraCssText: "box-shadow:none",
      axisPointer: {
        type: plot.type === "line" && isTime(plot.x.kind) ? "line" : "none",
        lineStyle: { color: colors.ink3, type: [2, 3] },
      },
      formatter: (points: { dataIndex: number } | { dataIndex: number }[]) => {
        const at = (Array.isArray(points) ? points[0] : points)?.dataIndex;
        return at === undefined ? "" : (tooltip(at) ?? "");
      },
    },
  };
}
