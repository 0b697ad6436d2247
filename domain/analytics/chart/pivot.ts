import type { PointValue } from "./point.ts";
import type { Aggregate, SpecOf } from "./spec.ts";

/** A line of a pivot. `path` has the labels of its row heads: all of them in a cell line, fewer in a subtotal, none in the total. */
export interface PivotLine {
  kind: "cells" | "subtotal" | "total";
  path: readonly PointValue[];
  /** One figure a column of the pivot; null where no row falls. */
  cells: readonly (number | null)[];
  total: number | null;
}

export interface Pivot {
  heads: readonly string[];
  /** The values across; empty when nothing lies across, and `total` is then the only figure. */
  across: readonly PointValue[];
  lines: readonly PivotLine[];
}

/** By what lines of one group are ordered: their label, their total, or the figure of a column. */
export interface PivotOrder {
  by: "label" | "total" | number;
  direction: "ascending" | "descending";
}

interface Input extends Cut {
  columns: readonly { name: string }[];
  rows: readonly (readonly PointValue[])[];
}
/** How a result may lack rows: by what a page reads at most, or by its own limit. */
interface Cut {
  more?: boolean | undefined;
  limited?: boolean | undefined;
}
type Row = readonly PointValue[];

/** Adds up without the noise of doubles that pile up (Neumaier), to the 15 digits that a double holds. */
export function exactSum(values: readonly number[]): number {
  let [sum, lost] = [0, 0];
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number((sum + lost).toPrecision(15));
}

/** The figure of the rows that fall into one place. Counts are 0, all else null where there is no figure. */
function figure(values: readonly number[], rows: number, how: Aggregate): number | null {
  if (how === "count") return rows === 0 ? null : rows;
  if (values.length === 0) return null;
  switch (how) {
    case "sum":
      return exactSum(values);
    case "mean":
      return exactSum(values) / values.length;
    case "min":
      return values.reduce((least, one) => Math.min(least, one));
    case "max":
      return values.reduce((most, one) => Math.max(most, one));
    default:
      return how satisfies never;
  }
}

const byNature = (a: PointValue, b: PointValue): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return typeof a === "number" && typeof b === "number"
    ? a - b
    : String(a).localeCompare(String(b), undefined, { numeric: true });
};

/** Whether a result lacks rows, or may: what is added up over it would be false. */
export const isCut = ({ more, limited }: Cut): boolean => more === true || limited === true;

/** Whether figures of several cells are shown together; with nothing across, a line has no other figure. */
export const hasTotals = (spec: SpecOf<"pivot">, table: Cut): boolean =>
  (spec.totals !== false && !isCut(table)) || spec.columns.length === 0;

/**
 * Crosses the rows of a result. Totals and subtotals are made of the rows themselves, never of rounded cells: the mean of a total is that
 * of its rows, not of its means. A result that was cut has none.
 */
export function pivotOf(table: Input, spec: SpecOf<"pivot">, order?: PivotOrder): Pivot {
  const place = (name: string): number => table.columns.findIndex((one) => one.name === name);
  const heads = spec.rows.map(place);
  const [wide] = spec.columns.map(place);
  const value = place(spec.value);
  const how = spec.aggregate ?? "sum";
  const totalled = hasTotals(spec, table) && !isCut(table);
  const across =
    wide === undefined
      ? []
      : [...new Set(table.rows.map((row) => row[wide] ?? null))].toSorted(byNature);

  const totalOf = (rows: readonly Row[]): number | null => {
    const figures = rows.flatMap((row) => {
      const cell = row[value];
      return typeof cell === "number" ? cell : [];
    });
    return figure(figures, rows.length, how);
  };
  const line = (kind: PivotLine["kind"], path: Row, rows: readonly Row[]): PivotLine => {
    const groups = new Map<PointValue, Row[]>(across.map((key) => [key, []]));
    if (wide !== undefined) for (const row of rows) groups.get(row[wide] ?? null)?.push(row);
    return {
      kind,
      path,
      cells: across.map((key) => totalOf(groups.get(key) ?? [])),
      total: totalOf(rows),
    };
  };
  const compare = (a: { own: PivotLine }, b: { own: PivotLine }): number => {
    const { by = "label", direction = "ascending" } = order ?? {};
    const sign = direction === "ascending" ? 1 : -1;
    if (by === "label")
      return sign * byNature(a.own.path.at(-1) ?? null, b.own.path.at(-1) ?? null);
    const [x, y] = [a, b].map(({ own }) => (by === "total" ? own.total : (own.cells[by] ?? null)));
    if (x === null || x === undefined || y === null || y === undefined)
      return byNature(x ?? null, y ?? null);
    return sign * (x - y);
  };

  function below(path: Row, rows: readonly Row[], depth: number): PivotLine[] {
    const head = heads[depth] ?? -1;
    const groups = new Map<PointValue, Row[]>();
    for (const row of rows) {
      const key = row[head] ?? null;
      const found = groups.get(key);
      if (found) found.push(row);
      else groups.set(key, [row]);
    }
    const last = depth === heads.length - 1;
    return [...groups]
      .map(([key, own]) => ({
        own: line(last ? "cells" : "subtotal", [...path, key], own),
        rows: own,
      }))
      .toSorted(compare)
      .flatMap((group) =>
        last
          ? [group.own]
          : [...below(group.own.path, group.rows, depth + 1), ...(totalled ? [group.own] : [])],
      );
  }
  return {
    heads: spec.rows,
    across,
    lines: [...below([], table.rows, 0), ...(totalled ? [line("total", [], table.rows)] : [])],
  };
}
