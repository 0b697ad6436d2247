import { isMeasure, isTime, type ColumnProfile } from "#domain/analytics/profile.ts";
import {
  boundsQuery,
  distinctQuery,
  EXACT_DISTINCT_LIMIT,
  histogramQuery,
  toBuckets,
  topQuery,
  type ProfiledColumn,
} from "#domain/analytics/sql/profile.ts";
import type { Engine } from "./engine.ts";

const number = (value: unknown): number => Number(value ?? 0);
const bound = (value: unknown): number | string | null =>
  value === null || value === undefined
    ? null
    : typeof value === "bigint"
      ? Number(value)
      : (value as number | string);

/**
 * Profiles the columns of a table. All bounds come from one scan; top values and histograms follow column by column, so that
 * `onColumn` can show them as they come. An abort stops between columns.
 */
export async function profileTable(
  engine: Engine,
  table: string,
  columns: readonly ProfiledColumn[],
  options: {
    signal?: AbortSignal | undefined;
    onColumn?: ((profile: ColumnProfile) => void) | undefined;
  } = {},
): Promise<ColumnProfile[]> {
  const [bounds = {}] = await engine.run(boundsQuery(table, columns));
  const rows = number(bounds["rows"]);
  const profiles: ColumnProfile[] = [];
  for (const [at, column] of columns.entries()) {
    options.signal?.throwIfAborted();
    const count = number(bounds[`n${at}`]);
    const estimate = number(bounds[`d${at}`]);
    const profile: ColumnProfile = {
      name: column.name,
      kind: column.kind,
      count,
      nulls: rows - count,
      distinct: Math.min(estimate, count),
      approximate: estimate > EXACT_DISTINCT_LIMIT,
      min: bound(bounds[`lo${at}`]),
      max: bound(bounds[`hi${at}`]),
      mean: typeof bounds[`av${at}`] === "number" ? number(bounds[`av${at}`]) : null,
      top: [],
      histogram: [],
      ...(count > 0 && (await details(engine, table, column, bounds, at))),
    };
    profiles.push(profile);
    options.onColumn?.(profile);
  }
  return profiles;
}

async function details(
  engine: Engine,
  table: string,
  column: ProfiledColumn,
  bounds: Record<string, unknown>,
  at: number,
): Promise<Partial<ColumnProfile>> {
  const few = number(bounds[`d${at}`]) <= EXACT_DISTINCT_LIMIT;
  if (!isMeasure(column.kind) && !isTime(column.kind)) {
    if (!few) return {};
    const rows = await engine.run(topQuery(table, column.name));
    const top = rows.map((row) => ({ value: String(row["value"]), count: number(row["n"]) }));
    return { top, distinct: number(rows[0]?.["different"]), approximate: false };
  }
  const [low, high] = [number(bounds[`lo${at}`]), number(bounds[`hi${at}`])];
  const exact = few ? await engine.run(distinctQuery(table, column.name)) : [];
  const distinct = few ? { distinct: number(exact[0]?.["different"]), approximate: false } : {};
  if (!(high > low)) return distinct;
  const steps = await engine.run(histogramQuery(table, column, low, high));
  const counted = steps.map((row) => ({ step: number(row["step"]), n: number(row["n"]) }));
  return { ...distinct, histogram: toBuckets(low, high, counted) };
}
