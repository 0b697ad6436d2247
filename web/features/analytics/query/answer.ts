import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";

/** A result with the SQL that gave it and the chart that it is drawn as. */
export interface Answer extends ReadResult {
  sql: string;
  chart: ChartSpec | null;
}
