import { turned, type JoinKey } from "#domain/analytics/builder/join-keys.ts";
import type { BuiltQuery, Join } from "#domain/analytics/builder/model.ts";
import type { BuildTable } from "./build-table.ts";
import type { MeasuredKey } from "./measured-keys.ts";

/** A join that can be taken, with the share of rows that find theirs where it was measured; or a table whose columns have to be chosen first. */
interface JoinOption {
  table: BuildTable;
  join: Join | undefined;
  share?: number | undefined;
}

/** The names of the tables that a query reads. */
export const tablesInside = ({ table, joins }: BuiltQuery): Set<string> =>
  new Set([table, ...joins.map((join) => join.table)]);

/** The tables that a query does not read yet. */
export function tablesOutside(query: BuiltQuery, tables: readonly BuildTable[]): BuildTable[] {
  const inside = tablesInside(query);
  return tables.filter(({ table }) => !inside.has(table));
}

/** What can be joined to a query: by the ways that the firm said, then by those that rows bear out, the best first, then the tables without any. */
export function joinOptions(
  query: BuiltQuery,
  tables: readonly BuildTable[],
  said: readonly JoinKey[],
  measured: readonly MeasuredKey[],
): JoinOption[] {
  const inside = tablesInside(query);
  const outside = tablesOutside(query, tables);
  const optionOf = (key: JoinKey & { share?: number }): JoinOption[] => {
    const { from, to, share } = key;
    const table = outside.find((one) => one.table === to.table);
    if (table === undefined || !inside.has(from.table)) return [];
    return [{ table, join: { table: to.table, kind: "left", from, to: to.column }, share }];
  };
  const once = (options: readonly JoinOption[], nameOf: (one: JoinOption) => unknown[]) => [
    ...new Map(options.map((one) => [JSON.stringify(nameOf(one)), one])).values(),
  ];
  const trusted = once([...said, ...said.map(turned)].flatMap(optionOf), ({ table, join }) => [
    table.table,
    join?.from,
    join?.to,
  ]);
  const has = (options: readonly JoinOption[], { table }: BuildTable) =>
    options.some((one) => one.table.table === table);
  // A column points to one place of a table: where most of its rows find theirs, which a map keeps by coming last.
  const found = once(
    measured
      .toSorted((a, b) => a.share - b.share)
      .flatMap(optionOf)
      .filter(({ table }) => !has(trusted, table)),
    ({ table, join }) => [table.table, join?.from],
  ).toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const known = [...trusted, ...found];
  const rest = outside.filter((table) => !has(known, table));
  return [...known, ...rest.map((table) => ({ table, join: undefined }))];
}
