import type { BuiltQuery, ColumnRef, ComputedColumn } from "#domain/analytics/builder/model.ts";
import { suggestJoins, type JoinCandidate } from "#domain/analytics/joins/suggest-joins.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { Dimension, Measure as ModelMeasure } from "#domain/semantic/model.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import type { ComboboxOption } from "#web/ui/combobox-list.tsx";

/** A table that can be asked, as the person knows it. */
export interface BuildTable {
  /** Name in SQL. */
  table: string;
  title: string;
  columns: readonly ColumnProfile[];
}

/** A measure or a dimension of the semantic layer in the person's language, with all words that find it. */
export type ModelPart = Pick<ModelMeasure | Dimension, "name" | "source" | "sql"> & {
  label: string;
  synonyms: string[];
};

/** A column of one of the tables that a query reads. */
export interface BuildColumn {
  ref: ColumnRef;
  title: string;
  profile: ColumnProfile;
  /** Made of others by the question itself. */
  computed: boolean;
}

/** Ways between tables that their names and profiles speak for, the likeliest first; rows have to bear them out. */
export const likelyKeys = (tables: readonly BuildTable[]): JoinCandidate[] =>
  suggestJoins(tables, new Map(tables.map(({ table, columns }) => [table, columns])));

/** The names of the tables that a query reads. */
export const tablesOf = ({ table, joins }: BuiltQuery): string[] => [
  table,
  ...joins.map((join) => join.table),
];

/** Nothing is known of its values but their kind. */
const profileOf = ({ name, kind }: ComputedColumn): ColumnProfile => ({
  name,
  kind,
  count: 1,
  nulls: 0,
  distinct: 1,
  approximate: true,
  min: null,
  max: null,
  mean: null,
  top: [],
  histogram: [],
});

/** The columns of the query's table and of those joined to it, in that order, each with what is computed of it. */
export function columnsOf(query: BuiltQuery, tables: readonly BuildTable[]): BuildColumn[] {
  return tablesOf(query).flatMap((name) => {
    const found = tables.find(({ table }) => table === name);
    const made = (query.computed ?? []).filter(({ table }) => table === name).map(profileOf);
    return [...(found?.columns ?? []), ...made].map((profile) => ({
      ref: { table: name, column: profile.name },
      title: found?.title ?? name,
      profile,
      computed: made.includes(profile),
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

/** Columns to put into a formula over `table`; those of others are written with theirs. */
export function columnParts(
  columns: readonly BuildColumn[],
  table: string,
): { label: string; sql: string }[] {
  return columns.map(({ ref, title }) => {
    const own = ref.table === table;
    const name = quoteIdentifier(ref.column);
    return {
      label: own ? ref.column : `${title} · ${ref.column}`,
      sql: own ? name : `${quoteIdentifier(ref.table)}.${name}`,
    };
  });
}
