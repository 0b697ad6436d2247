import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";

/** A profile for tests: a hundred rows, fifty different values unless said otherwise. */
export const columnOf = (
  name: string,
  kind: ColumnKind,
  rest: Partial<ColumnProfile> = {},
): ColumnProfile => ({
  name,
  kind,
  count: 100,
  nulls: 0,
  distinct: 50,
  approximate: false,
  min: 0,
  max: 1,
  mean: null,
  top: [],
  histogram: [],
  ...rest,
});
