import type { Look } from "#domain/analytics/chart/look.ts";
import { isTime } from "#domain/analytics/profile.ts";
import type { Selection } from "./selection.ts";
import { isStrong } from "./selection.ts";
import { FONT, SMALL } from "./font.ts";
import { axisText, columnWidth, isAcross, type Drawing } from "./marks.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";
import { isShare } from "./stacked.ts";
import { widest } from "./text-width.ts";

type Axis = Record<string, unknown>;

/** Whether bars carry their figures in a column at the end of their rows, which then needs no axis. */
export const isRanking = ({ plot }: Pick<Drawing, "plot">): boolean =>
  isAcross(plot) && plot.series.length === 1 && plot.look.scale !== "log";

/** The title of the axis along the bottom, or of the one at the side, which lies above it: upright text is slow to read. */
function title(
  { colors, plot }: Drawing,
  name: string | undefined,
  at: "bottom" | "side" | "side-down",
): Axis {
  if (name === undefined || name === "") return {};
  const style = { color: colors.ink3, fontFamily: FONT, fontSize: SMALL };
  if (at === "bottom") return { name, nameLocation: "middle", nameGap: 28, nameTextStyle: style };
  return {
    name,
    nameLocation: at === "side" ? "end" : "start",
    // Above what is written at the ends of upright lines.
    nameGap: hasUpright(plot) ? 26 : 10,
    nameTextStyle: { ...style, align: "left" },
  };
}

/** The titles of both axes as they were given; figures against figures say by themselves which is which. */
export const titles = ({ type, look, x, measure }: Plot): Pick<Look, "xTitle" | "yTitle"> =>
  type === "scatter" ? { xTitle: look.xTitle ?? x.name, yTitle: look.yTitle ?? measure } : look;

/** Whether something is written above the marks, at the end of an upright line. */
export const hasUpright = (plot: Plot): boolean => {
  const { annotations = [], target } = plot.look;
  const across = isAcross(plot);
  return (
    annotations.some(({ axis }) => (axis === "y") === across) || (across && target !== undefined)
  );
};

/** Names along the bottom: those of categories shortened to their place, those of times as many as fit. */
function below(drawing: Drawing): Axis {
  const { plot, size } = drawing;
  const each = columnWidth(plot, size) - 8;
  // The ends of bars that touch are written where they touch.
  if (plot.bins) return { padding: [0, columnWidth(plot, size), 0, 0] };
  return plot.x.kind === "text" && each >= 32
    ? { interval: 0, width: each, overflow: "truncate", hideOverlap: false }
    : {};
}

/** The names of categories, those chosen strong. */
function places({ plot, words, colors, selected }: Drawing): (string | Axis)[] {
  const picked = (chosen: Selection | undefined): boolean =>
    chosen !== undefined && chosen.values.length > 0 && chosen.column === plot.x.name;
  if (plot.bins) return plot.bins.map(({ from }) => words.x(from));
  if (!picked(selected)) return plot.x.values.map(words.x);
  return plot.x.values.map((x, at) =>
    isStrong(plot, selected, at, 0)
      ? { value: words.x(x), textStyle: { color: colors.ink, fontWeight: 600 } }
      : { value: words.x(x), textStyle: { color: colors.ink3 } },
  );
}

/** Figures in a column at the right, their digits one below the other. */
function figures(drawing: Drawing): Axis {
  const { plot, colors, words, selected } = drawing;
  const values = plot.series[0]?.values ?? [];
  const texts = values.map((value) => (value === null ? "–" : words.short(value)));
  const style = { width: widest(texts, SMALL + 1), align: "right", fontFamily: FONT };
  return {
    type: "category",
    position: "right",
    data: texts.map((_, at) => String(at)),
    inverse: true,
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: {
      interval: 0,
      margin: 12,
      formatter: (_: string, at: number) =>
        `{${isStrong(plot, selected, at, 0) ? "strong" : "grey"}|${texts[at] ?? ""}}`,
      rich: {
        strong: { ...style, fontSize: SMALL + 1, color: colors.ink2 },
        grey: { ...style, fontSize: SMALL + 1, color: colors.ink3 },
      },
    },
  };
}

/** The axes of ECharts under a plot. */
export function axes(drawing: Drawing): Record<"xAxis" | "yAxis", object> {
  const { plot, colors, words } = drawing;
  const { width, height } = drawing.size;
  const across = isAcross(plot);
  const ranking = isRanking(drawing);
  const label = { color: colors.ink3, fontFamily: FONT, fontSize: SMALL, hideOverlap: true };
  const side = {
    ...label,
    color: colors.ink2,
    fontSize: SMALL + 1,
    margin: 12,
    width: Math.round(Math.max(72, Math.min(240, width * 0.3))),
    overflow: "truncate",
  };
  const { scale, zero, min, max } = plot.look;
  const { xTitle, yTitle } = titles(plot);
  const category = {
    type: "category",
    data: places(drawing),
    axisTick: { show: false },
    boundaryGap: plot.type !== "line" && plot.type !== "area",
    axisLine: { lineStyle: { color: colors.grid } },
    axisLabel: across
      ? { ...side, hideOverlap: !ranking, ...(ranking && { interval: 0 }) }
      : { ...label, ...below(drawing) },
    ...(across && { inverse: true }),
    ...title(drawing, xTitle, across ? "side-down" : "bottom"),
  };
  const groups = {
    type: "category",
    data: plot.series.map(({ name }) => name),
    inverse: true,
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: side,
    ...title(drawing, yTitle, "side-down"),
  };
  const value = {
    type: scale === "log" ? "log" : "value",
    splitLine: { show: !ranking, lineStyle: { color: colors.grid } },
    splitNumber: (across ? width < 420 : height < 220) ? 3 : 5,
    axisLabel: ranking ? { show: false } : { ...label, formatter: axisText(plot, words) },
    // Lengths that do not begin at zero lie: only lines, dots and boxes may leave it.
    scale:
      plot.type === "scatter" || plot.type === "box"
        ? zero !== true
        : plot.type === "line" && zero === false,
    ...(isShare(plot) && { max: 1 }),
    ...(min !== undefined && scale !== "log" && { min }),
    ...(max !== undefined && { max }),
    ...title(drawing, yTitle, across ? "bottom" : "side"),
  };
  if (plot.type === "scatter") {
    const numbers = {
      ...value,
      axisLabel: { ...label, formatter: words.x },
      ...title(drawing, xTitle, "bottom"),
    };
    return { xAxis: { ...numbers, type: isTime(plot.x.kind) ? "time" : "value" }, yAxis: value };
  }
  if (plot.type === "heat") return { xAxis: category, yAxis: groups };
  if (!across) return { xAxis: category, yAxis: value };
  return { xAxis: value, yAxis: ranking ? [category, figures(drawing)] : category };
}
