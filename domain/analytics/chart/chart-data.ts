import { lookOf } from "./look.ts";
import { columnsOfSpec, type ChartSpec, type SpecOf } from "./spec.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { PointValue as Cell } from "./point.ts";
import { fewest, groupSeries, MOST_SERIES } from "./group-series.ts";
import { numeric, total, type GroupName, type Plot, type PlotWords, type Table } from "./plot.ts";
import { binned, boxOf, roundBins } from "./spread.ts";

const BINS = 24;

const position = (table: Table, name: string): number =>
  table.columns.findIndex((column) => column.name === name);
const kindOf = (table: Table, name: string): ColumnKind =>
  table.columns[position(table, name)]?.kind ?? "text";
const plainName: GroupName = (cell) => String(cell ?? "–");

/**
 * Lays a result out as the chart wants it. Null when there is nothing to draw: a figure, a table and a pivot are elements of the page,
 * and a spec may name a column that the result lost.
 */
export function toPlot(
  table: Table,
  spec: ChartSpec,
  words: PlotWords,
  nameOf: GroupName = plainName,
): Plot | null {
  const names = new Set(table.columns.map(({ name }) => name));
  if (columnsOfSpec(spec).some((name) => !names.has(name))) return null;
  switch (spec.type) {
    case "number":
    case "table":
    case "pivot":
      return null;
    case "histogram":
      return spread(table, spec, words);
    case "box":
      return boxes(table, spec, words);
    case "scatter":
      return scatter(table, spec, nameOf);
    case "heat":
      return heat(table, spec, nameOf);
    case "line":
    case "area":
    case "bar":
    case "pie":
      return overCategories(table, spec, words.other, nameOf);
    default:
      return spec satisfies never;
  }
}

const plain = (spec: ChartSpec): Pick<Plot, "split" | "stack" | "direction" | "look"> => ({
  split: null,
  stack: "none",
  direction: "up",
  look: lookOf(spec),
});

function spread(table: Table, spec: SpecOf<"histogram">, words: PlotWords): Plot {
  const at = position(table, spec.value);
  const figures = table.rows.flatMap((row) => numeric(row[at]) ?? []);
  const { bins, counts } =
    spec.bins === undefined ? roundBins(figures, BINS) : binned(figures, spec.bins);
  const values = bins.map(({ from, to }) => (from + to) / 2);
  return {
    ...plain(spec),
    type: "histogram",
    x: { name: spec.value, kind: kindOf(table, spec.value), values },
    series: [{ name: words.count, values: counts }],
    measure: words.count,
    bins,
  };
}

function boxes(table: Table, spec: SpecOf<"box">, words: PlotWords): Plot {
  const { box } = words;
  const [at, by] = [position(table, spec.value), position(table, spec.category ?? "")];
  const groups = new Map<Cell, number[]>();
  for (const row of table.rows) {
    const figure = numeric(row[at]);
    if (figure === null) continue;
    const key = by < 0 ? spec.value : (row[by] ?? null);
    const found = groups.get(key);
    if (found) found.push(figure);
    else groups.set(key, [figure]);
  }
  const made = [...groups].map(([key, figures]) => ({ key, five: boxOf(figures) }));
  made.sort((a, b) => (b.five?.[2] ?? 0) - (a.five?.[2] ?? 0));
  return {
    ...plain(spec),
    type: "box",
    x: {
      name: spec.category ?? spec.value,
      kind: spec.category === undefined ? "text" : kindOf(table, spec.category),
      values: made.map(({ key }) => key),
    },
    series: [box.low, box.q1, box.median, box.q3, box.high].map((name, part) => ({
      name,
      values: made.map(({ five }) => five?.[part] ?? null),
    })),
    measure: spec.value,
  };
}

function scatter(table: Table, spec: SpecOf<"scatter">, nameOf: GroupName): Plot {
  const [x, y] = [position(table, spec.x), position(table, spec.y)];
  const by = spec.series === undefined ? -1 : position(table, spec.series);
  const keys = by < 0 ? [] : [...new Set(table.rows.map((row) => row[by] ?? null))];
  const split = keys.length > 1 && keys.length <= MOST_SERIES;
  const dots = (own?: Cell) =>
    table.rows.map((row) =>
      own !== undefined && (row[by] ?? null) !== own ? null : numeric(row[y]),
    );
  return {
    ...plain(spec),
    type: "scatter",
    x: {
      name: spec.x,
      kind: kindOf(table, spec.x),
      values: table.rows.map((row) => row[x] ?? null),
    },
    series: split
      ? keys.map((key) => ({ name: nameOf(key), key, values: dots(key) }))
      : [{ name: spec.y, values: dots() }],
    split: split ? (spec.series ?? null) : null,
    measure: spec.y,
  };
}

const byNature = (a: Cell, b: Cell): number =>
  typeof a === "number" && typeof b === "number"
    ? a - b
    : String(a ?? "").localeCompare(String(b ?? ""), undefined, { numeric: true });

function heat(table: Table, spec: SpecOf<"heat">, nameOf: GroupName): Plot {
  const at = position(table, spec.x);
  const ordered =
    spec.sort === "data" || kindOf(table, spec.x) === "text"
      ? table
      : { ...table, rows: table.rows.toSorted((a, b) => byNature(a[at] ?? null, b[at] ?? null)) };
  const places = [at, position(table, spec.y), position(table, spec.value)] as const;
  const { xs, series: ranked } = groupSeries(ordered, places, nameOf);
  // Days of the week stay in their order: lines of a grid are no ranking.
  const keys = [...new Set(table.rows.map((row) => row[places[1]] ?? null))];
  const series = ranked.toSorted(
    (a, b) => keys.indexOf(a.key ?? null) - keys.indexOf(b.key ?? null),
  );
  return {
    ...plain(spec),
    type: "heat",
    x: { name: spec.x, kind: kindOf(table, spec.x), values: xs },
    series,
    split: spec.y,
    measure: spec.value,
  };
}

function overCategories(
  table: Table,
  spec: SpecOf<"line" | "area" | "bar" | "pie">,
  other: string,
  nameOf: GroupName,
): Plot {
  const over = spec.type === "line" || spec.type === "area";
  const name = over ? spec.x : spec.category;
  const measures = over ? spec.y : [spec.value, ...(("also" in spec && spec.also) || [])];
  const at = position(table, name);
  const measure = measures[0] ?? "";
  const split = spec.type === "pie" ? undefined : spec.series;
  const rows = over
    ? table.rows.filter((row) => row[at] !== null).toSorted((a, b) => Number(a[at]) - Number(b[at]))
    : table.rows;
  const ordered = { ...table, rows };
  const laid =
    split === undefined
      ? {
          xs: rows.map((row) => row[at] ?? null),
          series: measures.map((one) => ({
            name: one,
            values: rows.map((row) => numeric(row[position(table, one)])),
          })),
        }
      : groupSeries(ordered, [at, position(table, split), position(table, measure)], nameOf);
  // Bars of several measures are compared, not added up.
  const usualStack = spec.type === "bar" && measures.length > 1 && !split ? "none" : "sum";
  const plot: Plot = {
    type: spec.type,
    x: { name, kind: kindOf(table, name), values: laid.xs },
    series: fewest(laid.series, spec.most ?? MOST_SERIES, other),
    measure,
    split: split ?? null,
    stack: spec.type === "bar" || spec.type === "area" ? (spec.stack ?? usualStack) : "none",
    direction: spec.type === "bar" ? (spec.direction ?? "across") : "up",
    look: lookOf(spec),
  };
  if (over) return laid.xs.length === 1 ? instant(plot) : plot;
  const ranks = split === undefined || plot.x.kind === "text" || plot.x.kind === "boolean";
  return topped(sorted(plot, ranks ? "value" : "data"), spec.top, other);
}

/** One place alone makes no line: its figures are bars, from zero on. */
function instant({ look: { min: _min, ...look }, ...plot }: Plot): Plot {
  return { ...plot, type: "bar", look };
}

/** Categories in the order asked for. */
function sorted(plot: Plot, usual: "value" | "data"): Plot {
  const order = plot.look.sort ?? usual;
  if (order === "data") return plot;
  // Of several measures the first ranks, unless they are stacked.
  const ranking =
    plot.split === null && plot.stack === "none" ? plot.series.slice(0, 1) : plot.series;
  const sums = plot.x.values.map((_, at) => total(ranking.map((one) => one.values[at] ?? null)));
  const places = plot.x.values
    .map((_, at) => at)
    .toSorted((a, b) => {
      if (order === "name") return byNature(plot.x.values[a] ?? null, plot.x.values[b] ?? null);
      const more = (sums[b] ?? 0) - (sums[a] ?? 0);
      return order === "value" ? more : -more;
    });
  return {
    ...plot,
    x: { ...plot.x, values: places.map((at) => plot.x.values[at] ?? null) },
    series: plot.series.map((one) => ({
      ...one,
      values: places.map((at) => one.values[at] ?? null),
    })),
  };
}

/** The first categories in their order, the rest added up under `other`. */
function topped(plot: Plot, top: number | undefined, other: string): Plot {
  if (top === undefined || plot.x.values.length <= top) return plot;
  const kept = plot.x.values.slice(0, top);
  return {
    ...plot,
    x: { ...plot.x, values: [...kept, other] },
    rest: kept,
    series: plot.series.map((one) => {
      const figures = one.values.slice(top).filter((value) => value !== null);
      const sum = figures.length === 0 ? null : total(figures);
      return { ...one, values: [...one.values.slice(0, top), sum] };
    }),
  };
}
