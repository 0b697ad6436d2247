import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { formatOfUnit, isMeasure, type ColumnProfile } from "#domain/analytics/profile.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { doublesQuery, figuresQuery, flagsQuery, keysQuery, missingQuery } from "./counts.ts";
import { periodOf, type Period } from "./period.ts";
import { categoriesOf, mainDate, measuresOf, roleOf } from "./roles.ts";
import { spreadQuery } from "./spread.ts";

/** Names of the columns that the overview computes, in the person's language. */
export interface OverviewNames {
  count: string;
  share: string;
  column: string;
  empty: string;
  rows: string;
  distinct: string;
  far: string;
  yes: string;
  from: string;
  median: string;
  lower: string;
  upper: string;
}

interface Asked {
  /** Stable within one data set. */
  id: string;
  sql: string;
  chart: ChartSpec | null;
}

/** One thing that the overview asks of a data set, with the SQL that answers it. */
export type OverviewPart = Asked &
  (
    | { kind: "trend"; measure: string | null; time: string; period: Period }
    /** `most` is how many of the values are asked at most. */
    | { kind: "top"; column: string; measure: string | null; shares: boolean; most: number }
    | { kind: "spread"; column: string; width: number }
    | { kind: "figures" | "missing" | "keys" | "flags" | "doubles" }
  );

const MOST = { tops: 4, spreads: 3, keys: 5, values: 10 };

/** The format of a unit as a part of a chart. */
const written = (column: ColumnProfile | null) => {
  const format = formatOfUnit(column?.unit);
  return format && { format };
};
/** Looking for rows that are there twice compares whole rows: above this it takes seconds. */
const DOUBLES_LIMIT = 300_000;

function trend(
  table: string,
  time: ColumnProfile,
  measure: ColumnProfile | null,
  names: OverviewNames,
): OverviewPart {
  const period = periodOf(Number(time.min), Number(time.max));
  const [at, label] = [quoteIdentifier(time.name), measure?.name ?? names.count];
  const value = measure === null ? "count(*)" : `round(sum(${quoteIdentifier(measure.name)}), 2)`;
  return {
    kind: "trend",
    id: `trend.${label}`,
    measure: measure?.name ?? null,
    time: time.name,
    period,
    sql: `SELECT date_trunc('${period}', ${at})::DATE AS ${at},\n       ${value} AS ${quoteIdentifier(label)}\nFROM ${quoteIdentifier(table)}\nWHERE ${at} IS NOT NULL\nGROUP BY 1\nORDER BY 1`,
    chart: { type: "line", x: time.name, y: [label], ...written(measure) },
  };
}

function top(
  table: string,
  column: ColumnProfile,
  measure: ColumnProfile | null,
  names: OverviewNames,
): OverviewPart {
  const name = quoteIdentifier(column.name);
  const label = measure?.name ?? names.count;
  const value = measure === null ? "count(*)" : `sum(${quoteIdentifier(measure.name)})`;
  // A share of a sum with losses in it says nothing.
  const shares = measure === null || Number(measure.min) >= 0;
  const share = shares
    ? `,\n       round(${value} / nullif(sum(${value}) OVER (), 0), 4) AS ${quoteIdentifier(names.share)}`
    : "";
  const shown = measure === null ? value : `round(${value}, 2)`;
  return {
    kind: "top",
    id: `top.${column.name}`,
    column: column.name,
    measure: measure?.name ?? null,
    shares,
    most: MOST.values,
    sql: `SELECT ${roleOf(column) === "rate" ? name : `${name}::VARCHAR`} AS ${name},\n       ${shown} AS ${quoteIdentifier(label)}${share}\nFROM ${quoteIdentifier(table)}\nWHERE ${name} IS NOT NULL\nGROUP BY 1\nORDER BY 2 DESC NULLS LAST, 1\nLIMIT ${MOST.values}`,
    chart: { type: "bar", category: column.name, value: label, ...written(measure) },
  };
}

/** A few rates are a list of values; anything else is cut in steps. */
const spreadOf = (table: string, column: ColumnProfile, names: OverviewNames) =>
  roleOf(column) === "rate" &&
  column.distinct > 1 &&
  column.distinct <= MOST.values &&
  column.name !== names.count
    ? top(table, column, null, names)
    : spreadQuery(table, column, names);

/** What to ask of a data set to see at a glance what is in it: the telling parts first. `rows` counts all of them. */
export function overviewPlan(
  table: string,
  columns: readonly ColumnProfile[],
  rows: number,
  names: OverviewNames,
): OverviewPart[] {
  if (rows === 0) return [];
  const time = mainDate(columns);
  const [measure = null] = measuresOf(columns);
  const numbers = columns.filter(
    (column) => isMeasure(column.kind) && ["measure", "rate"].includes(roleOf(column)),
  );
  const flags = columns.filter((column) => roleOf(column) === "flag");
  const keys = columns.filter(
    (column) => roleOf(column) === "key" || (column.nulls === 0 && column.distinct > rows * 0.9),
  );
  const keyed = keys.filter(({ kind }) => kind !== "number").slice(0, MOST.keys);
  const exact = keyed.some((column) => !column.approximate && column.distinct === rows);
  const parts: (OverviewPart | null)[] = [
    time !== undefined && measure !== null ? trend(table, time, measure, names) : null,
    time !== undefined ? trend(table, time, null, names) : null,
    ...categoriesOf(columns)
      .filter((column) => column.name !== names.count && column.name !== measure?.name)
      .slice(0, MOST.tops)
      .map((column) => top(table, column, measure, names)),
    ...numbers.slice(0, MOST.spreads).map((column) => spreadOf(table, column, names)),
    numbers.length > 0 ? figuresQuery(table, numbers, names) : null,
    flags.length > 0 ? flagsQuery(table, flags, names) : null,
    missingQuery(table, columns, names),
    keyed.length > 0 ? keysQuery(table, keyed, names) : null,
    !exact && rows <= DOUBLES_LIMIT ? doublesQuery(table, columns, names) : null,
  ];
  return parts.filter((part) => part !== null);
}
