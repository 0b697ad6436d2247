import { isMeasure, isTime } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { BuiltQuery, ColumnRef, ComputedColumn, Filter } from "./model.ts";

/** The tables that a query may use, as they are in the engine. */
export type QuerySchema = readonly {
  table: string;
  columns: readonly { name: string; kind: ColumnKind }[];
}[];

export type Problem =
  | { code: "table.unknown"; table: string }
  | { code: "table.twice"; table: string }
  | { code: "column.unknown"; table: string; column: string }
  | { code: "kind.wrong"; table: string; column: string; kind: ColumnKind }
  | { code: "place.unknown"; at: number }
  | { code: "measure.missing" };

/** The kind of a column, or undefined where the schema has none of that name. */
export const kindOf = (schema: QuerySchema, { table, column }: ColumnRef): ColumnKind | undefined =>
  schema.find((one) => one.table === table)?.columns.find(({ name }) => name === column)?.kind;

/** The tables with what is computed of them, as columns among theirs. */
export const withComputed = (
  schema: QuerySchema,
  computed: readonly ComputedColumn[],
): QuerySchema =>
  computed.length === 0
    ? schema
    : schema.map(({ table, columns }) => {
        const own = computed.filter((one) => one.table === table);
        const rest = columns.filter(({ name }) => !own.some((one) => one.name === name));
        return { table, columns: [...rest, ...own] };
      });

function fits(filter: Filter, kind: ColumnKind): boolean {
  switch (filter.type) {
    case "number":
    case "range":
      return isMeasure(kind);
    case "days":
    case "preset":
      return isTime(kind);
    case "flag":
      return kind === "boolean";
    case "text":
    case "values":
    case "empty":
      return true;
    default:
      return filter satisfies never;
  }
}

/**
 * What keeps a query from being compiled, such as a column that a newer file no longer has. An empty list means that its SQL is
 * accepted by the engine.
 */
export function checkQuery(query: BuiltQuery, known: QuerySchema): Problem[] {
  const problems: Problem[] = [];
  const schema = withComputed(known, query.computed ?? []);
  const tables = [query.table, ...query.joins.map(({ table }) => table)];
  for (const [at, table] of tables.entries()) {
    if (!schema.some((one) => one.table === table)) problems.push({ code: "table.unknown", table });
    if (tables.indexOf(table) < at) problems.push({ code: "table.twice", table });
  }
  const need = (ref: ColumnRef, right: (kind: ColumnKind) => boolean = () => true): void => {
    const kind = tables.includes(ref.table) ? kindOf(schema, ref) : undefined;
    if (kind === undefined) problems.push({ code: "column.unknown", ...ref });
    else if (!right(kind)) problems.push({ code: "kind.wrong", ...ref, kind });
  };
  for (const [at, join] of query.joins.entries()) {
    need(join.from);
    need({ table: join.table, column: join.to });
    // A join may lean only on what stands before it.
    if (tables.indexOf(join.from.table) > at)
      problems.push({ code: "table.unknown", table: join.from.table });
  }
  for (const { table } of query.computed ?? [])
    if (!tables.includes(table)) problems.push({ code: "table.unknown", table });
  for (const filter of query.filters) need(filter.column, (kind) => fits(filter, kind));
  for (const { column, part } of query.groups)
    need(
      column,
      (kind) => part === null || (part === "hour" ? kind === "timestamp" : isTime(kind)),
    );
  for (const { fn, column, formula } of query.measures) {
    if (fn === "formula") {
      if (formula === undefined) problems.push({ code: "measure.missing" });
      else if (!tables.includes(formula.table))
        problems.push({ code: "table.unknown", table: formula.table });
      continue;
    }
    const adds = fn === "sum" || fn === "avg" || fn === "median" || fn === "share";
    if (column !== null) need(column, (kind) => !adds || isMeasure(kind));
    else if (fn !== "count" && fn !== "share") problems.push({ code: "measure.missing" });
  }
  const place = (at: number, of: readonly unknown[]): void => {
    if (at >= of.length) problems.push({ code: "place.unknown", at });
  };
  for (const { at } of query.having) {
    place(at, query.measures);
  }
  for (const { by } of query.sort) {
    if (by.type === "group") place(by.at, query.groups);
    else if (by.type === "measure") place(by.at, query.measures);
    else need(by.column);
  }
  if (query.pivot !== null) place(query.pivot.at, query.groups);
  for (const ref of query.columns) need(ref);
  return problems;
}
