import { z } from "#domain/analytics/page-zod.ts";
import { ColumnKind } from "#domain/analytics/reading.ts";

/**
 * A line of the organization's own data, which is NDJSON in the form of a query's answer (domain/connections/query-line.ts): first the
 * columns, then batches of rows, last `done`. An answer without `done` broke off. Dates are YYYY-MM-DD, instants ISO 8601 UTC.
 */
export const RowsLine = z.union([
  z.strictObject({ columns: z.array(z.strictObject({ name: z.string(), kind: ColumnKind })) }),
  z.strictObject({ rows: z.array(z.array(z.unknown())) }),
  z.strictObject({ done: z.strictObject({ rows: z.int().nonnegative() }) }),
]);
export type RowsLine = z.infer<typeof RowsLine>;
