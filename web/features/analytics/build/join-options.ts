import type { JoinKey } from "#domain/analytics/builder/join-keys.ts";
import { turned } from "#domain/analytics/builder/join-keys.ts";
import type { BuiltQuery, Join } from "#domain/analytics/builder/model.ts";
import type { BuildTable } from "./build-table.ts";

/** A join that can be taken, or a table whose columns have to be chosen first. */
type JoinOption = { table: BuildTable; join: Join | undefined };

/** The tables that can be joined to a query: by known ways first, then the others. */
export function joinOptions(
  query: BuiltQuery,
  tables: readonly BuildTable[],
  keys: readonly JoinKey[],
): JoinOption[] {
  const inside = new Set([query.table, ...query.joins.map(({ table }) => table)]);
  const outside = tables.filter(({ table }) => !inside.has(table));
  const known = [...keys, ...keys.map(turned)].flatMap(({ from, to }): JoinOption[] => {
    const table = outside.find((one) => one.table === to.table);
    if (table === undefined || !inside.has(from.table)) return [];
    return [{ table, join: { table: to.table, kind: "left", from, to: to.column } }];
  });
  const seen = new Set<string>();
  const once = known.filter(({ join }) => {
    const id = JSON.stringify([join?.from, join?.table, join?.to]);
    return !seen.has(id) && seen.add(id);
  });
  return [...once, ...outside.map((table) => ({ table, join: undefined }))];
}
