import { isMeasure, isTime } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { quoteIdentifier } from "./quote.ts";

export interface ProfiledColumn {
  name: string;
  kind: ColumnKind;
}

/** Over this many different values the exact count is not worth its time; the page then says "about". */
export const EXACT_DISTINCT_LIMIT = 50_000;
const BUCKETS = 12;

/** A column as a number that buckets can cut: dates as epoch milliseconds. */
const scalar = ({ name, kind }: ProfiledColumn): string =>
  isTime(kind)
    ? `epoch_ms(${quoteIdentifier(name)}::TIMESTAMP)`
    : `${quoteIdentifier(name)}::DOUBLE`;

/** One scan for the counts and bounds of all columns: `rows`, then `n0 d0 lo0 hi0 av0`, `n1` … */
export function boundsQuery(table: string, columns: readonly ProfiledColumn[]): string {
  const parts = columns.flatMap((column, at) => {
    const name = quoteIdentifier(column.name);
    const bound =
      isTime(column.kind) || isMeasure(column.kind) ? scalar(column) : `${name}::VARCHAR`;
    const mean = isMeasure(column.kind) ? `avg(${name})` : "NULL::DOUBLE";
    return [
      `count(${name}) AS n${at}`,
      `approx_count_distinct(${name}) AS d${at}`,
      `min(${bound}) AS lo${at}`,
      `max(${bound}) AS hi${at}`,
      `${mean} AS av${at}`,
    ];
  });
  return `SELECT count(*) AS rows, ${parts.join(", ")} FROM ${quoteIdentifier(table)}`;
}

/** The most frequent values with the exact number of different ones. */
export function topQuery(table: string, column: string, limit = 8): string {
  const name = quoteIdentifier(column);
  return `SELECT value::VARCHAR AS value, n, count(*) OVER () AS different FROM (SELECT ${name} AS value, count(*) AS n FROM ${quoteIdentifier(table)} WHERE ${name} IS NOT NULL GROUP BY 1) ORDER BY n DESC, value LIMIT ${limit}`;
}

/** Exact number of different values. */
export const distinctQuery = (table: string, column: string): string =>
  `SELECT count(DISTINCT ${quoteIdentifier(column)}) AS different FROM ${quoteIdentifier(table)}`;

/** Counts in equal steps between the bounds; a value on the upper bound falls in the last step. */
export function histogramQuery(
  table: string,
  column: ProfiledColumn,
  low: number,
  high: number,
): string {
  const width = (high - low) / BUCKETS;
  return `SELECT least(floor((${scalar(column)} - ${low}) / ${width}), ${BUCKETS - 1})::INTEGER AS step, count(*) AS n FROM ${quoteIdentifier(table)} WHERE ${quoteIdentifier(column.name)} IS NOT NULL GROUP BY 1`;
}

/** Puts counted steps into buckets, empty ones included. */
export function toBuckets(
  low: number,
  high: number,
  steps: readonly { step: number; n: number }[],
): { from: number; to: number; count: number }[] {
  const width = (high - low) / BUCKETS;
  return Array.from({ length: BUCKETS }, (_, at) => ({
    from: low + at * width,
    to: low + (at + 1) * width,
    count: steps.find(({ step }) => step === at)?.n ?? 0,
  }));
}
