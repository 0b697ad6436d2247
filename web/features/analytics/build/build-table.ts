import type { BuiltQuery, ColumnRef } from "#domain/analytics/builder/model.ts";
import { suggestJoins, type JoinCandidate } from "#domain/analytics/joins/suggest-joins.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { Measure as ModelMeasure } from "#domain/semantic/model.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import type { ComboboxOption } from "#web/ui/combobox-list.tsx";

/** A table that can be asked, as the person knows it. */
export interface BuildTable {
  /** Name in SQL. */
  table: string;
  title: string;
  columns: readonly ColumnProfile[];
}

/** A measure of the semantic layer in the person's language. */
export type Formula = Pick<ModelMeasure, "source" | "sql"> & { label: string };

/** A column of one of the tables that a query reads. */
export interface BuildColumn {
  ref: ColumnRef;
  title: string;
  profile: ColumnProfile;
}

/** Ways between tables that their names and profiles speak for, the likeliest first; rows have to bear them out. */
export const likelyKeys = (tables: readonly BuildTable[]): JoinCandidate[] =>
  suggestJoins(tables, new Map(tables.map(({ table, columns }) => [table, columns])));

/** The names of the tables that a query reads. */
export const tablesOf = ({ table, joins }: BuiltQuery): string[] => [
  table,
  ...joins.map((join) => join.table),
];

/** The columns of the query's table and of those joined to it, in that order. */
export function columnsOf(query: BuiltQuery, tables: readonly BuildTable[]): BuildColumn[] {
  return tablesOf(query).flatMap((name) => {
    const found = tables.find(({ table }) => table === name);
    return (found?.columns ?? []).map((profile) => ({
      ref: { table: name, column: profile.name },
      title: found?.title ?? name,
      profile,
    }));
  });
}

export const sameRef = (a: ColumnRef, b: ColumnRef): boolean =>
  a.table === b.table && a.column === b.column;

/** A column as the value of an option, and back. */
export const refKey = ({ table, column }: ColumnRef): string => JSON.stringify([table, column]);
export function refOf(key: string): ColumnRef {
  const [table = "", column = ""] = JSON.parse(key) as string[];
  return { table, column };
}

/** Columns to choose from; the table is said where there are several. */
export function columnOptions(columns: readonly BuildColumn[]): ComboboxOption[] {
  const several = columns.some(({ ref }) => ref.table !== columns[0]?.ref.table);
  return columns.map(({ ref, title, profile }) => ({
    value: refKey(ref),
    label: ref.column,
    icon: columnIcon(profile.kind),
    note: several ? title : undefined,
  }));
}
