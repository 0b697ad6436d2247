import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";

/** A table that can be asked. What is not known of its columns (a file on another device) may be left out. */
export interface SuggestSource {
  /** Name in SQL. */
  table: string;
  /** Name that people know it by. */
  title: string;
  columns: readonly ({ name: string; kind: ColumnKind } & Partial<NamedColumn>)[];
  /** Figures that the firm has defined over it. */
  measures?: readonly SaidMeasure[] | undefined;
}

/** A column with what the firm calls it besides its name. */
export type NamedColumn = ColumnProfile & { called?: readonly string[] | undefined };

/** A measure of the semantic layer with all that it is called; `adds` is the column where it is no more than its sum. */
export interface SaidMeasure {
  /** Its name in the semantic layer. */
  name: string;
  label: string;
  sql: string;
  adds: string | null;
  called: readonly string[];
}

/** A value found in the data, as it is written there. */
export interface FoundValue {
  table: string;
  column: string;
  value: string;
}

/** A column with a profile: of what is not known, as if its values repeated. */
export const withProfile = (column: SuggestSource["columns"][number]): NamedColumn => ({
  count: 1_000,
  nulls: 0,
  distinct: 100,
  approximate: true,
  min: null,
  max: null,
  mean: null,
  top: [],
  histogram: [],
  ...column,
});
