import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";

type Rows = Pick<ReadResult, "columns" | "rows">;

/** A column of a result along an axis, or down the side. */
export interface Axis {
  name: string;
  kind: ColumnKind;
  values: readonly Cell[];
}

/** One line or the bars of one measure: a value for each place of the axis, null where there is none. */
export interface Series {
  name: string;
  values: readonly (number | null)[];
}

/** What this dashboard draws itself, so that its marks can be clicked and brushed without asking a library. */
export interface Drawn {
  type: "bars" | "lines";
  axis: Axis;
  series: readonly Series[];
}

const MOST_LINES = 8;
const figure = (cell: Cell | undefined): number | null => (typeof cell === "number" ? cell : null);
const total = ({ values }: Series): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

function place({ columns }: Rows, name: string): { at: number; kind: ColumnKind } {
  const at = columns.findIndex((column) => column.name === name);
  return { at, kind: columns[at]?.kind ?? "text" };
}

function lines(result: Rows, spec: Extract<ChartSpec, { type: "line" }>): Drawn {
  const x = place(result, spec.x);
  const rows = result.rows
    .filter((row) => row[x.at] !== null && row[x.at] !== undefined)
    .toSorted((a, b) => (Number(a[x.at]) || 0) - (Number(b[x.at]) || 0));
  const values = [...new Set(rows.map((row) => row[x.at] ?? null))];
  const places = new Map(values.map((value, at) => [value, at]));
  const by = spec.series === undefined ? undefined : place(result, spec.series).at;
  const made = new Map<string, (number | null)[]>();
  for (const row of rows) {
    for (const measure of spec.y) {
      const name = by === undefined ? measure : String(row[by] ?? "–");
      const line = made.get(name) ?? values.map(() => null);
      made.set(name, line);
      line[places.get(row[x.at] ?? null) ?? 0] = figure(row[place(result, measure).at]);
    }
  }
  const series = [...made].map(([name, points]) => ({ name, values: points }));
  const ranked = by === undefined ? series : series.toSorted((a, b) => total(b) - total(a));
  return {
    type: "lines",
    axis: { name: spec.x, kind: x.kind, values },
    series: ranked.slice(0, MOST_LINES),
  };
}

/** Lays a result out as bars or lines. Null for every other kind of chart, which the charts of analyses draw. */
export function drawnOf(result: Rows, spec: ChartSpec): Drawn | null {
  if (spec.type === "line") return lines(result, spec);
  if (spec.type !== "bar" || spec.series !== undefined || spec.direction === "up") return null;
  const category = place(result, spec.category);
  const value = place(result, spec.value).at;
  const rows = result.rows.toSorted((a, b) => (figure(b[value]) ?? 0) - (figure(a[value]) ?? 0));
  return {
    type: "bars",
    axis: {
      name: spec.category,
      kind: category.kind,
      values: rows.map((row) => row[category.at] ?? null),
    },
    series: [{ name: spec.value, values: rows.map((row) => figure(row[value])) }],
  };
}
