import { isTime } from "#domain/analytics/profile.ts";
import type { Selection } from "./selection.ts";
import { isStrong } from "./selection.ts";
import { axisText, FONT, isAcross, SMALL, type Drawing } from "./marks.ts";
import { isShare } from "./stacked.ts";
import { widest } from "./text-width.ts";

/** Px that a chart is drawn in. */
export interface Size {
  width: number;
  height: number;
}

type Axis = Record<string, unknown>;

/** Whether bars carry their figures in a column at the end of their rows, which then needs no axis. */
export const isRanking = ({ plot }: Pick<Drawing, "plot">): boolean =>
  isAcross(plot) && plot.series.length === 1 && plot.look.scale !== "log";

const title = ({ colors }: Drawing, name: string | undefined, gap: number): Axis =>
  name === undefined || name === ""
    ? {}
    : {
        name,
        nameLocation: "middle",
        nameGap: gap,
        nameTextStyle: { color: colors.ink3, fontFamily: FONT, fontSize: SMALL },
      };

/** The names of categories, those chosen strong. */
function places({ plot, words, colors, selected }: Drawing): (string | Axis)[] {
  const picked = (chosen: Selection | undefined): boolean =>
    chosen !== undefined && chosen.values.length > 0 && chosen.column === plot.x.name;
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
export function axes(
  drawing: Drawing,
  locale: string,
  { width, height }: Size,
): Record<"xAxis" | "yAxis", object> {
  const { plot, colors, words } = drawing;
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
  const { xTitle, yTitle, scale, zero } = plot.look;
  const category = {
    type: "category",
    data: places(drawing),
    axisTick: { show: false },
    boundaryGap: plot.type !== "line" && plot.type !== "area",
    axisLine: { lineStyle: { color: colors.grid } },
    axisLabel: across ? { ...side, hideOverlap: !ranking, ...(ranking && { interval: 0 }) } : label,
    ...(across && { inverse: true }),
    ...title(drawing, xTitle, across ? side.width + 20 : 28),
  };
  const groups = {
    type: "category",
    data: plot.series.map(({ name }) => name),
    inverse: true,
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: side,
    ...title(drawing, yTitle, side.width + 20),
  };
  const value = {
    type: scale === "log" ? "log" : "value",
    splitLine: { show: !ranking, lineStyle: { color: colors.grid } },
    splitNumber: (across ? width < 420 : height < 220) ? 3 : 5,
    axisLabel: ranking ? { show: false } : { ...label, formatter: axisText(plot, words, locale) },
    // Lengths that do not begin at zero lie: only lines, dots and boxes may leave it.
    scale:
      plot.type === "scatter" || plot.type === "box"
        ? zero !== true
        : plot.type === "line" && zero === false,
    ...(isShare(plot) && { max: 1 }),
    ...title(drawing, yTitle, across ? (ranking ? 10 : 28) : 44),
  };
  if (plot.type === "scatter") {
    const numbers = {
      ...value,
      axisLabel: { ...label, formatter: words.x },
      ...title(drawing, xTitle, 28),
    };
    return { xAxis: { ...numbers, type: isTime(plot.x.kind) ? "time" : "value" }, yAxis: value };
  }
  if (plot.type === "heat") return { xAxis: category, yAxis: groups };
  if (!across) return { xAxis: category, yAxis: value };
  return { xAxis: value, yAxis: ranking ? [category, figures(drawing)] : category };
}
