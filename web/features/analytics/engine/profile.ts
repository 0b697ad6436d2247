import { isContinuous, type ColumnProfile } from "#domain/analytics/profile.ts";
import {
  boundsQuery,
  distinctQuery,
  EXACT_DISTINCT_LIMIT,
  fewHistogramQuery,
  histogramQuery,
  textBoundsQuery,
  toBuckets,
  topQuery,
  type ProfiledColumn,
} from "#domain/analytics/sql/profile.ts";
import type { Engine } from "./engine.ts";

const number = (value: unknown): number => Number(value ?? 0);
/** Endless numbers, which a division by zero makes, are no bounds that anything can be cut between. */
const bound = (value: unknown): number | null => {
  const found = typeof value === "bigint" ? Number(value) : value;
  return typeof found === "number" && Number.isFinite(found) ? found : null;
};
const textBound = (value: unknown): string | null => (typeof value === "string" ? value : null);

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
      mean: bound(bounds[`av${at}`]),
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
  if (!isContinuous(column.kind)) {
    const rows = await engine.run(
      few ? topQuery(table, column.name) : textBoundsQuery(table, column.name),
    );
    const ends = { min: textBound(rows[0]?.["lo"]), max: textBound(rows[0]?.["hi"]) };
    if (!few) return ends;
    const top = rows.map((row) => ({ value: String(row["value"]), count: number(row["n"]) }));
    return { ...ends, top, distinct: number(rows[0]?.["different"]), approximate: false };
  }
  const [low, high] = [bound(bounds[`lo${at}`]), bound(bounds[`hi${at}`])];
  if (low === null || high === null || !(high > low) || !Number.isFinite(high - low)) {
    if (!few) return {};
    const [exact] = await engine.run(distinctQuery(table, column.name));
    return { distinct: number(exact?.["different"]), approximate: false };
  }
  const query = few ? fewHistogramQuery : histogramQuery;
  const steps = await engine.run(query(table, column, low, high));
  const counts = steps.map((row) => ({ step: number(row["step"]), n: number(row["n"]) }));
  const different = steps.reduce((sum, row) => sum + number(row["different"]), 0);
  return {
    ...(few && { distinct: different, approximate: false }),
    histogram: toBuckets(low, high, counts),
  };
}
