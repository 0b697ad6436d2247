import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { ColumnUnit } from "#domain/analytics/reading.ts";
import type { Period } from "./period.ts";
import type { OverviewPart } from "./plan.ts";
import { trendOf, type Trend } from "./trend.ts";

export type Cells = readonly (readonly unknown[])[];

/** What one part of the overview says, as facts; the page puts them in words. Shares are basis points. `unit` is that of its figures. */
export type Finding = Fact & {
  unit?: ColumnUnit | undefined;
  /** The unit of the value that comes first, where that is a number. */
  of?: ColumnUnit | undefined;
};

type Fact =
  | ({ code: "trend"; measure: string | null; period: Period } & Trend)
  | {
      code: "top";
      column: string;
      measure: string | null;
      value: string | number;
      /** Other values that have as much, of those that are shown. */
      ties: number;
      amount: number;
      share: number | null;
      three: number | null;
      groups: number;
    }
  | { code: "spread"; column: string; from: number; to: number; share: number }
  | { code: "far"; column: string; count: number; extreme: number; others: number }
  | { code: "near"; column: string; lower: number; upper: number }
  | { code: "flags"; column: string; share: number }
  | { code: "missing"; column: string; share: number; columns: number }
  | { code: "complete" }
  | { code: "keys"; columns: string[] }
  | { code: "almost"; column: string; doubles: number }
  | { code: "doubles"; rows: number; more: boolean }
  | { code: "single" };

const number = (cell: unknown): number => (typeof cell === "number" ? cell : 0);
const points = (part: number, all: number): number =>
  all === 0 ? 0 : Math.round((part / all) * 10_000);

function top(
  part: Extract<OverviewPart, { kind: "top" }>,
  rows: Cells,
  columns: readonly ColumnProfile[],
): Fact | null {
  const first = rows[0];
  if (first === undefined) return null;
  const ties = rows.filter((row) => number(row[1]) === number(first[1])).length - 1;
  const share = (row: readonly unknown[]): number => Math.round(number(row[2]) * 10_000);
  return {
    code: "top",
    column: part.column,
    measure: part.measure,
    value: typeof first[0] === "number" ? first[0] : String(first[0]),
    ties,
    amount: number(first[1]),
    share: part.shares ? share(first) : null,
    three:
      part.shares && rows.length > 4 && ties === 0
        ? rows.slice(0, 3).reduce((all, row) => all + share(row), 0)
        : null,
    groups: columns.find(({ name }) => name === part.column)?.distinct ?? rows.length,
  };
}

function spread(column: string, width: number, rows: Cells): Fact | null {
  const all = rows.reduce((sum, row) => sum + number(row[1]), 0);
  const most = rows.toSorted((a, b) => number(b[1]) - number(a[1]))[0];
  if (most === undefined || all === 0) return null;
  const from = number(most[0]);
  const to = Number((from + width).toPrecision(12));
  return { code: "spread", column, from, to, share: points(number(most[1]), all) };
}

function figures(rows: Cells): Fact | null {
  const first = rows[0];
  if (first === undefined) return null;
  const [column, min, lower, , upper, max, far] = first;
  if (number(far) === 0)
    return { code: "near", column: String(column), lower: number(lower), upper: number(upper) };
  const above = number(max) - number(upper) >= number(lower) - number(min);
  return {
    code: "far",
    column: String(column),
    count: number(far),
    extreme: number(above ? max : min),
    others: rows.filter((row) => number(row[6]) > 0).length - 1,
  };
}

function keys(rows: Cells): Fact | null {
  const whole = rows.filter((row) => row[1] === row[2]);
  if (whole.length > 0) return { code: "keys", columns: whole.map((row) => String(row[0])) };
  const first = rows[0];
  return first === undefined
    ? null
    : { code: "almost", column: String(first[0]), doubles: number(first[2]) - number(first[1]) };
}

/**
 * Reads the answer of a part. Null when it says nothing worth a sentence. `more` says that rows were cut off, `now` is today (epoch ms):
 * without it nothing is ahead.
 */
export function findingOf(
  part: OverviewPart,
  rows: Cells,
  columns: readonly ColumnProfile[],
  { more = false, now }: { more?: boolean; now?: number } = {},
): Finding | null {
  const fact = factOf(part, rows, columns, { more, now });
  if (fact === null) return null;
  const about =
    fact.code === "trend" || fact.code === "top"
      ? fact.measure
      : "column" in fact && ["spread", "far", "near"].includes(fact.code)
        ? fact.column
        : null;
  const unitOf = (column: string | null) => columns.find(({ name }) => name === column)?.unit;
  const [unit, of] = [unitOf(about), fact.code === "top" ? unitOf(fact.column) : undefined];
  return { ...fact, ...(unit && { unit }), ...(of && { of }) };
}

function factOf(
  part: OverviewPart,
  rows: Cells,
  columns: readonly ColumnProfile[],
  { more, now }: { more: boolean; now: number | undefined },
): Fact | null {
  switch (part.kind) {
    case "trend": {
      const trend = trendOf(part, rows, columns, now);
      return trend && { code: "trend", measure: part.measure, period: part.period, ...trend };
    }
    case "top":
      return top(part, rows, columns);
    case "spread":
      return spread(part.column, part.width, rows);
    case "figures":
      return figures(rows);
    case "flags": {
      const first = rows[0];
      return first === undefined
        ? null
        : { code: "flags", column: String(first[0]), share: Math.round(number(first[2]) * 10_000) };
    }
    case "missing": {
      const some = rows.filter((row) => number(row[1]) > 0);
      const first = some[0];
      if (first === undefined) return { code: "complete" };
      const share = Math.round(number(first[2]) * 10_000);
      return { code: "missing", column: String(first[0]), share, columns: some.length };
    }
    case "keys":
      return keys(rows);
    case "doubles": {
      const extra = rows.reduce((sum, row) => sum + number(row[0]) - 1, 0);
      return extra === 0 ? { code: "single" } : { code: "doubles", rows: extra, more };
    }
    default:
      return part satisfies never;
  }
}
