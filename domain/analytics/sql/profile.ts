import { isContinuous, isMeasure, isTime } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { quoteIdentifier } from "./quote.ts";

export interface ProfiledColumn {
  name: string;
  kind: ColumnKind;
}

/** Over this many different values the exact count is not worth its time; the page then says "about". */
export const EXACT_DISTINCT_LIMIT = 50_000;
const BUCKETS = 12;

/** A value of the column as a number that buckets can cut: dates as epoch milliseconds. */
const scalar = ({ kind }: ProfiledColumn, value: string): string =>
  isTime(kind) ? `epoch_ms(${value}::TIMESTAMP)` : `${value}::DOUBLE`;

/** One scan for the counts of all columns and the bounds of those that buckets cut: `rows`, then `n0 d0 lo0 hi0 av0`, `n1` … */
export function boundsQuery(table: string, columns: readonly ProfiledColumn[]): string {
  const parts = columns.flatMap((column, at) => {
    const name = quoteIdentifier(column.name);
    return [
      `count(${name}) AS n${at}`,
      `approx_count_distinct(${name}) AS d${at}`,
      ...(isContinuous(column.kind)
        ? [
            `${scalar(column, `min(${name})`)} AS lo${at}`,
            `${scalar(column, `max(${name})`)} AS hi${at}`,
          ]
        : []),
      ...(isMeasure(column.kind) ? [`avg(${name}) AS av${at}`] : []),
    ];
  });
  return `SELECT count(*) AS rows, ${parts.join(", ")} FROM ${quoteIdentifier(table)}`;
}

/** First and last value in the order of texts: `lo`, `hi`. */
export function textBoundsQuery(table: string, column: string): string {
  const name = `${quoteIdentifier(column)}::VARCHAR`;
  return `SELECT min(${name}) AS lo, max(${name}) AS hi FROM ${quoteIdentifier(table)}`;
}

/** How often each value is there, that of empty cells left out: `value`, `n`. */
const counted = (table: string, column: string): string => {
  const name = quoteIdentifier(column);
  return `FROM (SELECT ${name} AS value, count(*) AS n FROM ${quoteIdentifier(table)} GROUP BY 1) WHERE value IS NOT NULL`;
};

/** The most frequent values; with each the exact number of different ones, and the first and the last of them all. */
export const topQuery = (table: string, column: string, limit = 8): string =>
  `SELECT value::VARCHAR AS value, n, count(*) OVER () AS different, min(value::VARCHAR) OVER () AS lo, max(value::VARCHAR) OVER () AS hi ${counted(table, column)} ORDER BY n DESC, value LIMIT ${limit}`;

/** Exact number of different values. */
export const distinctQuery = (table: string, column: string): string =>
  `SELECT count(DISTINCT ${quoteIdentifier(column)}) AS different FROM ${quoteIdentifier(table)}`;

/** The step of a value between finite bounds, from 0. That of the upper bound is one too many: to say so in SQL takes three times as long. */
const stepOf = (column: ProfiledColumn, value: string, low: number, high: number): string =>
  `trunc((${scalar(column, value)} - ${low}) / ${(high - low) / BUCKETS})::UTINYINT AS step`;

/** Counts in equal steps between the bounds. */
export function histogramQuery(
  table: string,
  column: ProfiledColumn,
  low: number,
  high: number,
): string {
  const name = quoteIdentifier(column.name);
  return `SELECT ${stepOf(column, name, low, high)}, count(*) AS n FROM ${quoteIdentifier(table)} WHERE ${name} IS NOT NULL GROUP BY 1`;
}

/** The same of a column with few different values, which are counted first; `different` tells how many of them each step has. */
export const fewHistogramQuery = (
  table: string,
  column: ProfiledColumn,
  low: number,
  high: number,
): string =>
  `SELECT ${stepOf(column, "value", low, high)}, sum(n)::DOUBLE AS n, count(*) AS different ${counted(table, column.name)} GROUP BY 1`;

/** Puts counted steps into buckets, empty ones included; a value on the upper bound falls in the last one. */
export function toBuckets(
  low: number,
  high: number,
  steps: readonly { step: number; n: number }[],
): { from: number; to: number; count: number }[] {
  const width = (high - low) / BUCKETS;
  return Array.from({ length: BUCKETS }, (_, at) => ({
    from: low + at * width,
    to: low + (at + 1) * width,
    count: steps
      .filter(({ step }) => Math.min(step, BUCKETS - 1) === at)
      .reduce((sum, { n }) => sum + n, 0),
  }));
}
