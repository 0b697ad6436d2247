import { heights, joinsGaps, lonePoints } from "./lone-points.ts";
import type { Drawing } from "./marks.ts";
import { choosesSeries, isStrong } from "./selection.ts";
import { slotOf } from "./slots.ts";

/** Groups differ by more than colour. */
export const SYMBOLS = ["circle", "rect", "triangle", "diamond"];

const still = { z: 4, silent: true, tooltip: { show: false }, emphasis: { disabled: true } };

function colorOf({ plot, colors, selected }: Drawing, series: number): string {
  const strong = !choosesSeries(plot, selected) || isStrong(plot, selected, 0, series);
  return strong ? (colors.series[slotOf(plot, series)] ?? colors.ink3) : colors.mute;
}

/** Points that no line shows. */
function lone(drawing: Drawing): object[] {
  const { plot } = drawing;
  const data = lonePoints(plot).map(({ at, series, y }) => ({
    value: [at, y],
    symbol: SYMBOLS[slotOf(plot, series) % SYMBOLS.length],
    itemStyle: { color: colorOf(drawing, series), opacity: 1 },
  }));
  const symbolSize = plot.gaps === false ? 5 : 7;
  return data.length === 0 ? [] : [{ type: "scatter", data, symbolSize, ...still }];
}

/** What is not over yet: the way to it is broken up in the colour of the page, and its point is hollow. */
function running(drawing: Drawing): object[] {
  const { plot, colors } = drawing;
  const { open } = plot;
  if (open === undefined) return [];
  const joined = joinsGaps(plot);
  return heights(plot).flatMap((values, series) => {
    const y = values[open.at] ?? null;
    if (y === null) return [];
    const found = values.findLastIndex((one, at) => at < open.at && one !== null);
    const from = joined || found === open.at - 1 ? found : -1;
    const point = {
      value: [open.at, y],
      symbol: "circle",
      itemStyle: { color: colors.surface, borderColor: colorOf(drawing, series), borderWidth: 2 },
    };
    const start = { value: [from, values[from] ?? null], symbol: "none" };
    return [
      {
        type: "line",
        data: from < 0 ? [point] : [start, point],
        showAllSymbol: true,
        symbolSize: 7,
        lineStyle: {
          color: colors.surface,
          width: plot.stack === "none" ? 4 : 2.5,
          type: [4, 5],
          cap: "butt",
        },
        ...still,
      },
    ];
  });
}

/** What is drawn over lines and areas, after all of their series. */
export const overLines = (drawing: Drawing): object[] => [...running(drawing), ...lone(drawing)];
