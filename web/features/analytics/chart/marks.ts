import type { ChartWords } from "./chart-words.ts";
import { FONT, SMALL } from "./font.ts";
import type { Palette } from "./palette.ts";
import { total, type Plot, type Series } from "#domain/analytics/chart/plot.ts";
import { choosesSeries, isStrong, type Selection } from "./selection.ts";
import { slotOf } from "./slots.ts";
import { drawnValues, isShare } from "./stacked.ts";
import { joinsGaps } from "./lone-points.ts";
import { overLines, SYMBOLS } from "./over-lines.ts";
import { widest } from "./text-width.ts";

/** Second series dashed, fourth dotted, and so on: lines that differ by more than colour. */
const DASHES: readonly (string | number[])[] = [
  "solid",
  [5, 3],
  "solid",
  [2, 3],
  [8, 3],
  "solid",
  [8, 3, 2, 3],
  [2, 5],
];

/** Px that a chart is drawn in. */
export interface Size {
  width: number;
  height: number;
}

/** What marks are drawn from. */
export interface Drawing {
  plot: Plot;
  colors: Palette;
  words: ChartWords;
  selected: Selection | undefined;
  /** Px that it is drawn in. */
  size: Size;
  /** Where the names at the ends of the lines stand (px from the top), when they are drawn; without, where ECharts lays them. */
  ends?: ((series: number) => number | undefined) | undefined;
}

/** Bars with their categories one below the other. */
export const isAcross = (plot: Plot): boolean => plot.type === "bar" && plot.direction === "across";

/** Px that each place of an axis along the bottom has, beside the figures at the left. */
export const columnWidth = (plot: Plot, { width }: Size): number =>
  (width - 64) / Math.max(1, plot.x.values.length);

const none = { disabled: true };
const short = (name: string): string => (name.length > 18 ? `${name.slice(0, 17)}…` : name);

function line({ plot, colors, selected, ends }: Drawing, series: Series, at: number): object {
  const chosen = choosesSeries(plot, selected);
  const strong = !chosen || isStrong(plot, selected, 0, at);
  const slot = slotOf(plot, at);
  const color = strong ? (colors.series[slot] ?? colors.ink3) : colors.mute;
  const area = plot.type === "area";
  const lead = chosen ? strong : at === 0;
  const named = plot.series.length > 1 && (plot.look.legend ?? "end") === "end" && !area;
  return {
    type: "line",
    name: series.name,
    data: drawnValues(plot, at),
    showSymbol: false,
    symbolSize: 8,
    z: lead ? 3 : 2,
    lineStyle: { color, width: lead && !area ? 2.25 : 1.5, type: DASHES[slot] ?? "solid" },
    itemStyle: { color },
    connectNulls: joinsGaps(plot),
    emphasis: none,
    ...(area && {
      areaStyle: { color, opacity: plot.series.length > 1 ? 0.55 : 0.18 },
      ...(plot.series.length > 1 && plot.stack !== "none" && { stack: "all" }),
    }),
    ...(named && {
      endLabel: {
        show: true,
        formatter: short(series.name),
        color: strong ? colors.ink2 : colors.ink3,
        fontFamily: FONT,
        fontSize: SMALL,
        fontWeight: lead ? 600 : 400,
      },
      labelLayout: () => {
        const y = ends?.(at);
        return y === undefined ? { moveOverlap: "shiftY" } : { y, verticalAlign: "middle" };
      },
    }),
  };
}

/** Whether the figures of upright bars stand side by side above them. */
function hasRoom({ plot, words, size }: Drawing, { values }: Series): boolean {
  const texts = values.map((value) => (value === null ? "" : words.short(value)));
  return widest(texts, SMALL) + 4 < columnWidth(plot, size);
}

function bars(drawing: Drawing, series: Series, at: number): object {
  const { plot, colors, words, selected } = drawing;
  const slot = slotOf(plot, at);
  const color = colors.series[slot] ?? colors.ink3;
  // c2 and c7 are too pale for the page on their own: an edge carries them.
  const edge = slot === 1 || slot === 6 ? { borderColor: colors.line, borderWidth: 1 } : {};
  const alone = plot.series.length === 1;
  const across = plot.direction === "across";
  const round = across ? [0, 3, 3, 0] : [3, 3, 0, 0];
  const side = plot.stack === "none";
  return {
    type: "bar",
    name: series.name,
    data: drawnValues(plot, at).map((value, place) => {
      const strong = isStrong(plot, selected, place, at);
      const own = strong ? color : colors.mute;
      // Paler and with a broken edge, as what is not over yet.
      const open = { opacity: 0.5, borderColor: own, borderWidth: 1.5, borderType: [3, 3] };
      const style = {
        ...(!strong && { color: own }),
        ...(place === plot.open?.at && open),
      };
      const label = { opacity: 1, ...(!strong && { color: colors.ink3 }) };
      return { value, itemStyle: style, label };
    }),
    itemStyle: { color, borderRadius: plot.type === "bar" && alone ? round : 0, ...edge },
    ...(plot.type === "histogram"
      ? { barCategoryGap: "8%" }
      : { barMaxWidth: across ? 18 : 56, barMinHeight: alone ? 1 : 0 }),
    ...(!alone && !side && { stack: "all" }),
    emphasis: none,
    ...(plot.type === "bar" &&
      alone &&
      (across ? plot.look.scale === "log" : hasRoom(drawing, series)) && {
        label: {
          show: true,
          position: across ? "right" : "top",
          color: colors.ink2,
          fontFamily: FONT,
          fontSize: SMALL,
          formatter: ({ value }: { value: unknown }) =>
            typeof value === "number" ? words.short(value) : "",
        },
      }),
  };
}

function dots({ plot, colors, selected }: Drawing, series: Series, at: number): object {
  const many = plot.x.values.length;
  const strong = isStrong(plot, selected, 0, at) || !choosesSeries(plot, selected);
  return {
    type: "scatter",
    name: series.name,
    data: series.values.map((value, place) => [plot.x.values[place], value]),
    symbol: SYMBOLS[slotOf(plot, at) % SYMBOLS.length],
    symbolSize: many > 2_000 ? 3 : 6,
    itemStyle: {
      color: strong ? colors.series[slotOf(plot, at)] : colors.mute,
      opacity: many > 500 ? 0.45 : 0.8,
    },
    emphasis: none,
    large: many > 2_000,
  };
}

function cells({ plot, colors, selected }: Drawing): object {
  return {
    type: "heatmap",
    name: plot.measure,
    data: plot.series.flatMap((series, y) =>
      series.values.map((value, x) => ({
        value: [x, y, value ?? "-"],
        ...(!isStrong(plot, selected, x, y) && { itemStyle: { opacity: 0.25 } }),
      })),
    ),
    itemStyle: { borderColor: colors.surface, borderWidth: 2, borderRadius: 3 },
    emphasis: none,
    progressive: 0,
  };
}

const PIE_FONT = 12;
/** Px from a pie to the words beside it: the two parts of the line, the gap after it, and the edge of the picture. */
const [BEND, LINE, GAP, EDGE] = [10, 8, 5, 10];

/** The radius of a pie in px: three fifths of its place, or less, so that the words beside it have theirs. */
function radius({ width, height }: Size, texts: readonly string[]): number {
  const half = Math.min(width, height) / 2;
  const beside = width / 2 - widest(texts, PIE_FONT) - BEND - LINE - GAP - EDGE;
  return Math.round(Math.max(half * 0.25, Math.min(half * 0.6, beside)));
}

function slices({ plot, colors, words, selected, size }: Drawing): object {
  const all = total(plot.series[0]?.values ?? []);
  const lines = (name: string, value: number, share: number): string[] => [
    short(name),
    `${words.short(value)} · ${words.share(share)}`,
  ];
  const texts = plot.x.values.flatMap((x, at) => {
    const value = plot.series[0]?.values[at] ?? 0;
    return lines(words.x(x), value, all === 0 ? 0 : value / all);
  });
  return {
    type: "pie",
    name: plot.measure,
    radius: [0, radius(size, texts)],
    data: plot.x.values.map((x, at) => ({
      name: words.x(x),
      value: plot.series[0]?.values[at] ?? null,
      itemStyle: {
        color: isStrong(plot, selected, at, 0) ? colors.series[slotOf(plot, at)] : colors.mute,
        borderColor: colors.surface,
        borderWidth: 2,
      },
    })),
    startAngle: 90,
    label: {
      color: colors.ink2,
      fontFamily: FONT,
      fontSize: PIE_FONT,
      // Two lines, which else stand on each other.
      lineHeight: 16,
      formatter: ({
        name,
        value,
        percent = 0,
      }: {
        name: string;
        value: unknown;
        percent?: number;
      }) => (typeof value === "number" ? lines(name, value, percent / 100).join("\n") : name),
      distanceToLabelLine: GAP,
      bleedMargin: EDGE,
    },
    labelLine: { length: BEND, length2: LINE, lineStyle: { color: colors.line } },
    emphasis: none,
  };
}

function boxes({ plot, colors, selected }: Drawing): object {
  return {
    type: "boxplot",
    name: plot.measure,
    data: plot.x.values.map((_, at) => ({
      value: plot.series.map((part) => part.values[at] ?? "-"),
      itemStyle: {
        color: isStrong(plot, selected, at, 0) ? colors.ramp[1] : colors.surface,
        borderColor: isStrong(plot, selected, at, 0) ? colors.series[0] : colors.mute,
      },
    })),
    boxWidth: [8, 40],
    emphasis: none,
  };
}

/** The series of ECharts that draw a plot. */
export function marks(drawing: Drawing): object[] {
  const { plot } = drawing;
  switch (plot.type) {
    case "line":
    case "area":
      return [...plot.series.map((series, at) => line(drawing, series, at)), ...overLines(drawing)];
    case "bar":
    case "histogram":
      return plot.series.map((series, at) => bars(drawing, series, at));
    case "scatter":
      return plot.series.map((series, at) => dots(drawing, series, at));
    case "heat":
      return [cells(drawing)];
    case "pie":
      return [slices(drawing)];
    case "box":
      return [boxes(drawing)];
    default:
      return plot.type satisfies never;
  }
}

/** How values of the axis are written: shares as such. */
export const axisText = (plot: Plot, words: ChartWords): ((value: number) => string) =>
  isShare(plot) ? words.share : words.short;
