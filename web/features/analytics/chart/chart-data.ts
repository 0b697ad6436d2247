import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";

/** A result as charts take it. */
export interface Table {
  columns: readonly { name: string; kind: ColumnKind }[];
  rows: readonly (readonly Cell[])[];
}

export interface Series {
  name: string;
  /** One value per x, null where there is none. */
  values: (number | null)[];
}

/** What is drawn, free of any library: x values (epoch ms for times), one or more series over them. */
export interface Plot {
  type: "line" | "bar" | "scatter" | "histogram";
  x: { name: string; kind: ColumnKind; values: Cell[] };
  series: Series[];
  /** Name of the measure. */
  measure: string;
}

const MOST_SERIES = 8;
const BINS = 24;

const position = (table: Table, name: string): number =>
  table.columns.findIndex((column) => column.name === name);
const numeric = (cell: Cell | undefined): number | null => (typeof cell === "number" ? cell : null);
const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((all, one) => all + (one ?? 0), 0);

/** Keeps the largest series and adds up the rest under `other`. */
function fewest(series: Series[], other: string): Series[] {
  if (series.length <= MOST_SERIES) return series;
  const ranked = series.toSorted((a, b) => sum(b.values) - sum(a.values));
  const rest = ranked.slice(MOST_SERIES - 1);
  const values =
    ranked[0]?.values.map((_, at) => sum(rest.map((one) => one.values[at] ?? null))) ?? [];
  return [...ranked.slice(0, MOST_SERIES - 1), { name: other, values }];
}

/** Rows of (x, group, value) as one series a group. */
function pivot(
  table: Table,
  x: number,
  group: number,
  value: number,
  other: string,
): { xs: Cell[]; series: Series[] } {
  const xs = [...new Set(table.rows.map((row) => row[x] ?? null))];
  const places = new Map(xs.map((one, at) => [one, at]));
  const groups = new Map<string, Series>();
  for (const row of table.rows) {
    const name = String(row[group] ?? "–");
    const series = groups.get(name) ?? { name, values: xs.map(() => null) };
    groups.set(name, series);
    series.values[places.get(row[x] ?? null) ?? 0] = numeric(row[value]);
  }
  return {
    xs,
    series: fewest(
      [...groups.values()].toSorted((a, b) => sum(b.values) - sum(a.values)),
      other,
    ),
  };
}

function binned(values: readonly number[]): { xs: number[]; counts: number[] } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const width = (high - low) / BINS || 1;
  const counts = Array.from({ length: BINS }, () => 0);
  for (const value of values) {
    const bin = Math.min(BINS - 1, Math.floor((value - low) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { xs: counts.map((_, at) => low + width * (at + 0.5)), counts };
}

/** Lays a result out as the chart wants it. `words` are those that the data do not have. Null when there is nothing to draw. */
export function toPlot(
  table: Table,
  spec: ChartSpec,
  words: { other: string; count: string },
): Plot | null {
  const kindOf = (name: string): ColumnKind => table.columns[position(table, name)]?.kind ?? "text";
  switch (spec.type) {
    case "number":
      return null;
    case "histogram": {
      const at = position(table, spec.value);
      const { xs, counts } = binned(table.rows.flatMap((row) => numeric(row[at]) ?? []));
      const x = { name: spec.value, kind: kindOf(spec.value), values: xs };
      return {
        type: "histogram",
        x,
        series: [{ name: words.count, values: counts }],
        measure: words.count,
      };
    }
    case "scatter": {
      const [x, y] = [position(table, spec.x), position(table, spec.y)];
      const values = table.rows.map((row) => row[x] ?? null);
      const series = [{ name: spec.y, values: table.rows.map((row) => numeric(row[y])) }];
      return {
        type: "scatter",
        x: { name: spec.x, kind: kindOf(spec.x), values },
        series,
        measure: spec.y,
      };
    }
    case "line":
    case "bar":
      return overCategories(table, spec, kindOf, words.other);
    default:
      return spec satisfies never;
  }
}

function overCategories(
  table: Table,
  spec: Extract<ChartSpec, { type: "line" | "bar" }>,
  kindOf: (name: string) => ColumnKind,
  other: string,
): Plot {
  const name = spec.type === "line" ? spec.x : spec.category;
  const measures = spec.type === "line" ? spec.y : [spec.value];
  const at = position(table, name);
  const measure = measures[0] ?? "";
  const rows =
    spec.type === "line"
      ? table.rows
          .filter((row) => row[at] !== null)
          .toSorted((a, b) => Number(a[at]) - Number(b[at]))
      : table.rows;
  const ordered = { ...table, rows };
  const x = (values: Cell[]): Plot["x"] => ({ name, kind: kindOf(name), values });
  if (spec.series !== undefined) {
    const { xs, series } = pivot(
      ordered,
      at,
      position(table, spec.series),
      position(table, measure),
      other,
    );
    return { type: spec.type, x: x(xs), series, measure };
  }
  const first = position(table, measure);
  const sorted =
    spec.type === "bar"
      ? rows.toSorted((a, b) => (numeric(b[first]) ?? 0) - (numeric(a[first]) ?? 0))
      : rows;
  const series = measures.map((one) => ({
    name: one,
    values: sorted.map((row) => numeric(row[position(table, one)])),
  }));
  return { type: spec.type, x: x(sorted.map((row) => row[at] ?? null)), series, measure };
}
