import { renamedIn } from "./formula.ts";
import type { BuiltQuery, ColumnRef, ComputedColumn } from "./model.ts";

/** Puts a computed column in the place of another one; whatever spoke of that one speaks of it, by its new name. */
export function changedComputed(
  query: BuiltQuery,
  before: ComputedColumn,
  after: ComputedColumn,
): BuiltQuery {
  const own = (ref: ColumnRef): ColumnRef =>
    ref.table === before.table && ref.column === before.name
      ? { table: after.table, column: after.name }
      : ref;
  const text = (sql: string): string =>
    before.name === after.name ? sql : renamedIn(sql, before.name, after.name);
  return {
    ...query,
    computed: (query.computed ?? []).map((one) =>
      one === before ? after : { ...one, sql: text(one.sql) },
    ),
    filters: query.filters.map((one) => ({ ...one, column: own(one.column) })),
    groups: query.groups.map((one) => ({ ...one, column: own(one.column) })),
    measures: query.measures.map((one) => ({
      ...one,
      column: one.column && own(one.column),
      ...(one.formula && { formula: { ...one.formula, sql: text(one.formula.sql) } }),
    })),
    sort: query.sort.map((one) =>
      one.by.type === "column" ? { ...one, by: { ...one.by, column: own(one.by.column) } } : one,
    ),
    columns: query.columns.map(own),
  };
}
