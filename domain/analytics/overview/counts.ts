import type { ColumnProfile } from "#domain/analytics/profile.ts";
import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";
import type { OverviewNames, OverviewPart } from "./plan.ts";

const union = (selects: readonly string[], order: string): string =>
  `${selects.join("\nUNION ALL\n")}\nORDER BY ${order}`;
const as = (name: string): string => `AS ${quoteIdentifier(name)}`;

/** Empty cells of each column. */
export function missingQuery(
  table: string,
  columns: readonly ColumnProfile[],
  names: OverviewNames,
): OverviewPart {
  const selects = columns.map(({ name }) => {
    const empty = `count(*) - count(${quoteIdentifier(name)})`;
    return `SELECT ${quoteLiteral(name)} ${as(names.column)}, ${empty} ${as(names.empty)}, round((${empty}) / count(*), 4) ${as(names.share)} FROM ${quoteIdentifier(table)}`;
  });
  return {
    kind: "missing",
    id: "missing",
    sql: union(selects, "2 DESC, 1"),
    chart: { type: "bar", category: names.column, value: names.empty },
  };
}

/** Whether each column tells rows apart: its different values beside the number of rows. */
export function keysQuery(
  table: string,
  columns: readonly ColumnProfile[],
  names: OverviewNames,
): OverviewPart {
  const selects = columns.map(
    ({ name }) =>
      `SELECT ${quoteLiteral(name)} ${as(names.column)}, count(DISTINCT ${quoteIdentifier(name)}) ${as(names.distinct)}, count(*) ${as(names.rows)} FROM ${quoteIdentifier(table)}`,
  );
  return { kind: "keys", id: "keys", sql: union(selects, "2 DESC, 1"), chart: null };
}

/** Yes among the filled cells of each yes/no column. */
export function flagsQuery(
  table: string,
  columns: readonly ColumnProfile[],
  names: OverviewNames,
): OverviewPart {
  const selects = columns.map(({ name }) => {
    const own = quoteIdentifier(name);
    return `SELECT ${quoteLiteral(name)} ${as(names.column)}, count(*) FILTER (WHERE ${own}) ${as(names.yes)}, round(count(*) FILTER (WHERE ${own}) / nullif(count(${own}), 0), 4) ${as(names.share)} FROM ${quoteIdentifier(table)}`;
  });
  return { kind: "flags", id: "flags", sql: union(selects, "3 DESC NULLS LAST, 1"), chart: null };
}

/**
 * Middle and spread of each number, with the values far outside: beyond three times the distance of the quartiles from them
 * (Tukey's outer fences, "far out" in Exploratory Data Analysis, 1977).
 */
export function figuresQuery(
  table: string,
  columns: readonly ColumnProfile[],
  names: OverviewNames,
): OverviewPart {
  const selects = columns.map(({ name }) => {
    const own = `${quoteIdentifier(name)}::DOUBLE`;
    const far = `(q[3] > q[1] AND (v < q[1] - 3 * (q[3] - q[1]) OR v > q[3] + 3 * (q[3] - q[1])))`;
    return `SELECT ${quoteLiteral(name)} ${as(names.column)}, min(v) ${as("min")}, any_value(q[1]) ${as(names.lower)}, any_value(q[2]) ${as(names.median)}, any_value(q[3]) ${as(names.upper)}, max(v) ${as("max")}, count(*) FILTER (WHERE ${far}) ${as(names.far)} FROM (SELECT ${own} AS v FROM ${quoteIdentifier(table)} WHERE ${quoteIdentifier(name)} IS NOT NULL), (SELECT quantile_cont(${own}, [0.25, 0.5, 0.75]) AS q FROM ${quoteIdentifier(table)})`;
  });
  return { kind: "figures", id: "figures", sql: union(selects, "7 DESC, 1"), chart: null };
}

/** Rows that are there more than once, every cell the same. */
export function doublesQuery(
  table: string,
  columns: readonly ColumnProfile[],
  names: OverviewNames,
): OverviewPart {
  const all = columns.map(({ name }) => quoteIdentifier(name)).join(", ");
  return {
    kind: "doubles",
    id: "doubles",
    sql: `SELECT count(*) ${as(names.count)}, ${all}\nFROM ${quoteIdentifier(table)}\nGROUP BY ALL\nHAVING count(*) > 1\nORDER BY 1 DESC\nLIMIT 1000`,
    chart: null,
  };
}
