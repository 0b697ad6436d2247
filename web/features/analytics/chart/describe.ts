import { isMeasure, isTime } from "#domain/analytics/profile.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";
import type { ChartWords } from "./chart-words.ts";
import type { Plot, Series } from "#domain/analytics/chart/plot.ts";

type Words = Dictionary["analytics"]["chart"]["say"];

/** A change of less than this share of the beginning is called none. */
const LEVEL = 0.02;
const MOST_TRENDS = 4;
/** Empty spans that are named; of more it is said how many. */
const MOST_EMPTY = 6;

function extremes(plot: Plot, words: ChartWords, say: Words): string[] {
  let high: { value: number; label: string } | undefined;
  let low: { value: number; label: string } | undefined;
  const several = plot.series.length > 1 && plot.type !== "box";
  for (const series of plot.series)
    for (const [at, value] of series.values.entries()) {
      if (value === null) continue;
      const label = () => {
        const x = words.name(plot.x.values[at] ?? null);
        return several ? `${x}, ${series.name}` : x;
      };
      if (high === undefined || value > high.value) high = { value, label: label() };
      if (low === undefined || value < low.value) low = { value, label: label() };
    }
  if (high === undefined || low === undefined) return [];
  if (high.value === low.value) return [say.same(words.number(high.value))];
  return [
    say.highest(words.number(high.value), high.label),
    // Of a list that was cut, the last one shown is not the lowest of all.
    ...(plot.partial ? [] : [say.lowest(words.number(low.value), low.label)]),
  ];
}

function trend(
  series: Series,
  { series: all, open }: Plot,
  percent: Percent,
  say: Words,
): string | null {
  const alone = all.length === 1;
  // What is not over yet would be told as a fall.
  const over = series.values.filter((_, at) => at !== open?.at);
  const figures = over.filter((value) => value !== null);
  const [first, last] = [figures[0], figures.at(-1)];
  if (first === undefined || last === undefined || figures.length < 2) return null;
  const name = alone ? null : series.name;
  if (first === 0) return null;
  const change = (last - first) / Math.abs(first);
  if (Math.abs(change) < LEVEL) return say.level(name);
  return change > 0 ? say.rises(name, percent(change)) : say.falls(name, percent(-change));
}

type Percent = (share: number) => string;

/**
 * A chart in words made from its data, for those who do not see it: what it shows, from where to where, its highest and lowest figure,
 * and, over time or steps, where it goes from the first to the last.
 */
export function describe(
  plot: Plot,
  words: ChartWords,
  percent: Percent,
  t: Pick<Dictionary["analytics"]["chart"], "say" | "kinds" | "times">,
): string {
  const { say } = t;
  const xs = plot.x.values;
  if (xs.length === 0) return say.nothing(t.kinds[plot.type]);
  const ordered = isTime(plot.x.kind) || plot.type === "histogram" || isMeasure(plot.x.kind);
  const ends = ordered && plot.type !== "scatter" && plot.type !== "box";
  const span = ends
    ? say.fromTo(
        words.name(plot.bins?.[0]?.from ?? xs[0] ?? null),
        words.name(plot.bins?.at(-1)?.to ?? xs.at(-1) ?? null),
      )
    : say.places(xs.length, plot.x.name);
  const parts = [
    say.what(t.kinds[plot.type], plot.measure, plot.x.name),
    span,
    ...(plot.series.length > 1 && plot.type !== "box"
      ? [
          say.series(
            plot.series.length,
            plot.series
              .slice(0, 8)
              .map(({ name }) => name)
              .join(", "),
          ),
        ]
      : []),
    ...extremes(plot, words, say),
  ];
  if (plot.type === "line" || plot.type === "area") {
    for (const series of plot.series.slice(0, MOST_TRENDS)) {
      const said = trend(series, plot, percent, say);
      if (said !== null) parts.push(said);
    }
  }
  const empty = xs.filter((_, at) =>
    plot.series.every(({ values }) => (values[at] ?? null) === null),
  );
  if (plot.gaps !== undefined && empty.length > 0) {
    const names = empty.slice(0, MOST_EMPTY).map((x) => words.name(x));
    parts.push(t.times.empty(empty.length, names.join(", ")));
  }
  const running = plot.open && xs[plot.open.at];
  if (plot.open && running !== undefined)
    parts.push(t.times.running(words.name(running), t.times.open[plot.open.step]));
  // A month may end in a full stop of its own.
  return parts.join(" ").replaceAll(/\.\.(?=\s|$)/g, ".");
}
