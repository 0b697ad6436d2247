import { checkQuery, type QuerySchema } from "./check.ts";
import { namesIt } from "./formula.ts";
import type { BuiltQuery, ColumnRef, ComputedColumn, SortKey } from "./model.ts";

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, own) => own !== at);

/** Sort keys after a group or a measure has gone: its own go, those behind it move up. */
function moved(sort: readonly SortKey[], type: "group" | "measure", gone: number): SortKey[] {
  return sort.flatMap(({ by, descending }): SortKey[] => {
    if (by.type !== type) return [{ by, descending }];
    if (by.at === gone) return [];
    return [{ by: { type, at: by.at > gone ? by.at - 1 : by.at }, descending }];
  });
}

/** Takes a group away, and what leaned on it. */
export function withoutGroup(query: BuiltQuery, at: number): BuiltQuery {
  const pivot = query.pivot?.at;
  return {
    ...query,
    groups: without(query.groups, at),
    sort: moved(query.sort, "group", at),
    pivot: pivot === undefined || pivot === at ? null : { at: pivot > at ? pivot - 1 : pivot },
  };
}

/** Takes a measure away, and what leaned on it. */
export function withoutMeasure(query: BuiltQuery, at: number): BuiltQuery {
  return {
    ...query,
    measures: without(query.measures, at),
    sort: moved(query.sort, "measure", at),
    having: query.having.flatMap((one) =>
      one.at === at ? [] : [{ ...one, at: one.at > at ? one.at - 1 : one.at }],
    ),
  };
}

/** Takes every part away that `keep` refuses the columns or formulas of. */
function keeping(
  query: BuiltQuery,
  keep: (ref: ColumnRef) => boolean,
  holds: (formula: { table: string; sql: string }) => boolean,
): BuiltQuery {
  let kept = query;
  for (let at = query.groups.length - 1; at >= 0; at--) {
    const group = query.groups[at];
    if (group && !keep(group.column)) kept = withoutGroup(kept, at);
  }
  for (let at = query.measures.length - 1; at >= 0; at--) {
    const { column, formula } = query.measures[at] ?? {};
    const gone = (column && !keep(column)) || (formula && !holds(formula));
    if (gone) kept = withoutMeasure(kept, at);
  }
  return {
    ...kept,
    filters: kept.filters.filter(({ column }) => keep(column)),
    sort: kept.sort.filter(({ by }) => by.type !== "column" || keep(by.column)),
    columns: kept.columns.filter(keep),
  };
}

/** Takes a join away with those that lean on it, and whatever spoke of their tables. */
export function withoutJoin(query: BuiltQuery, at: number): BuiltQuery {
  const gone = new Set<string>();
  const joins = query.joins.filter((join, own) => {
    const goes = own === at || gone.has(join.from.table);
    if (goes) gone.add(join.table);
    return !goes;
  });
  const speaks = ({ table, sql }: { table: string; sql: string }): boolean =>
    gone.has(table) || [...gone].some((name) => namesIt(sql, name));
  let kept: BuiltQuery = { ...query, joins };
  for (const one of query.computed ?? []) if (speaks(one)) kept = withoutComputed(kept, one);
  return keeping(
    kept,
    ({ table }) => !gone.has(table),
    (formula) => !speaks(formula),
  );
}

/** Takes a computed column away, those made of it, and whatever spoke of them. */
export function withoutComputed(query: BuiltQuery, column: ComputedColumn): BuiltQuery {
  const gone: ComputedColumn[] = [];
  const isMadeOf = (sql: string): boolean => gone.some(({ name }) => namesIt(sql, name));
  const computed = (query.computed ?? []).filter((one) => {
    const goes = (one.table === column.table && one.name === column.name) || isMadeOf(one.sql);
    if (goes) gone.push(one);
    return !goes;
  });
  return keeping(
    { ...query, computed },
    (ref) => !gone.some(({ table, name }) => table === ref.table && name === ref.column),
    ({ sql }) => !isMadeOf(sql),
  );
}

/**
 * The part of a query that its tables still bear: a newer file may have lost columns, or hold other kinds. Null when the table itself
 * is gone.
 */
export function stillHolds(query: BuiltQuery, schema: QuerySchema): BuiltQuery | null {
  if (!schema.some(({ table }) => table === query.table)) return null;
  let kept = query;
  for (let at = kept.joins.length - 1; at >= 0; at--) {
    const alone = { ...kept, ...NOTHING, joins: kept.joins.slice(0, at + 1) };
    const before = { ...alone, joins: kept.joins.slice(0, at) };
    if (checkQuery(alone, schema).length > checkQuery(before, schema).length)
      kept = withoutJoin(kept, at);
  }
  for (const one of kept.computed ?? [])
    if (![kept.table, ...kept.joins.map(({ table }) => table)].includes(one.table))
      kept = withoutComputed(kept, one);
  const bare = { ...kept, ...NOTHING, ...(kept.computed && { computed: kept.computed }) };
  const holds = (part: Partial<BuiltQuery>): boolean =>
    checkQuery({ ...bare, ...part }, schema).length === 0;
  for (let at = kept.groups.length - 1; at >= 0; at--)
    if (!holds({ groups: kept.groups.slice(at, at + 1) })) kept = withoutGroup(kept, at);
  for (let at = kept.measures.length - 1; at >= 0; at--)
    if (!holds({ measures: kept.measures.slice(at, at + 1) })) kept = withoutMeasure(kept, at);
  return {
    ...kept,
    filters: kept.filters.filter((one) => holds({ filters: [one] })),
    sort: kept.sort.filter(({ by }) => by.type !== "column" || holds({ columns: [by.column] })),
    columns: kept.columns.filter((one) => holds({ columns: [one] })),
  };
}

const NOTHING = {
  computed: [],
  filters: [],
  groups: [],
  measures: [],
  having: [],
  sort: [],
  pivot: null,
  columns: [],
};
