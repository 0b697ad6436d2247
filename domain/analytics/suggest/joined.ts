import { turned, type JoinKey } from "#domain/analytics/builder/join-keys.ts";
import type { BuiltQuery, ColumnRef, Join } from "#domain/analytics/builder/model.ts";
import { roleOf } from "#domain/analytics/overview/roles.ts";
import { withProfile, type FoundValue, type SuggestSource } from "./source.ts";

const MOST_STEPS = 2;
/** What rows of another table may do: put rows together or leave some out. Their figures would be counted once a row of this one. */
const GROUPS = new Set(["category", "flag", "text", "key"]);

/** A table with what stands in others about each of its rows, as if it were its own. */
export interface JoinedSource {
  source: SuggestSource;
  /** Where a column that is not its own stands, by its name here, and the joins that lead there. */
  away: ReadonlyMap<string, { ref: ColumnRef; joins: readonly Join[] }>;
  /** Names of the tables that it reaches. */
  titles: readonly SuggestSource[];
}

/** Ways on which a row finds one partner at most: only those leave figures as they are. */
const toOne = (keys: readonly JoinKey[]): JoinKey[] =>
  [...keys, ...keys.map(turned)].filter(
    ({ kind }) => kind === "many-to-one" || kind === "one-to-one",
  );

/** A table and what it reaches by joins to one row, or undefined where it reaches nothing. */
export function joinedSource(
  source: SuggestSource,
  sources: readonly SuggestSource[],
  keys: readonly JoinKey[],
): JoinedSource | undefined {
  const ways = toOne(keys);
  const reached = new Map<string, Join[]>([[source.table, []]]);
  const open = [source.table];
  for (let own = open.shift(); own !== undefined; own = open.shift()) {
    const path = reached.get(own) ?? [];
    if (path.length === MOST_STEPS) continue;
    for (const { from, to } of ways) {
      if (from.table !== own || reached.has(to.table)) continue;
      reached.set(to.table, [...path, { table: to.table, kind: "left", from, to: to.column }]);
      open.push(to.table);
    }
  }
  const others = sources.filter(({ table }) => table !== source.table && reached.has(table));
  if (others.length === 0) return undefined;
  const columns = [...source.columns];
  const away = new Map<string, { ref: ColumnRef; joins: readonly Join[] }>();
  for (const other of others) {
    const joins = reached.get(other.table) ?? [];
    for (const column of other.columns) {
      if (!GROUPS.has(roleOf(withProfile(column)))) continue;
      const taken = columns.some(({ name }) => name.toLowerCase() === column.name.toLowerCase());
      const name = taken ? `${other.table} ${column.name}` : column.name;
      columns.push({ ...column, name });
      away.set(name, { ref: { table: other.table, column: column.name }, joins });
    }
  }
  return { source: { ...source, columns }, away, titles: others };
}

/** Values that were found in the tables that a joined one reaches, as its own. */
export const awayValues = (
  { source, away }: JoinedSource,
  values: readonly FoundValue[],
): FoundValue[] =>
  values.flatMap((found) => {
    if (found.table === source.table) return [found];
    const own = [...away].find(
      ([, { ref }]) => ref.table === found.table && ref.column === found.column,
    );
    return own === undefined ? [] : [{ ...found, table: source.table, column: own[0] }];
  });

/** The query with its columns where they stand and the joins to get there; undefined where it needs none of the other tables. */
export function withJoins({ away }: JoinedSource, query: BuiltQuery): BuiltQuery | undefined {
  const joins = new Map<string, Join>();
  const placed = (ref: ColumnRef): ColumnRef => {
    const found = away.get(ref.column);
    if (found === undefined) return ref;
    for (const join of found.joins) joins.set(join.table, join);
    return found.ref;
  };
  const next: BuiltQuery = {
    ...query,
    filters: query.filters.map((filter) => ({ ...filter, column: placed(filter.column) })),
    groups: query.groups.map((group) => ({ ...group, column: placed(group.column) })),
    measures: query.measures.map((measure) => ({
      ...measure,
      column: measure.column && placed(measure.column),
    })),
  };
  return joins.size === 0 ? undefined : { ...next, joins: [...joins.values()] };
}
