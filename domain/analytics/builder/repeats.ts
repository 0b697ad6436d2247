import type { BuiltQuery, ColumnRef } from "./model.ts";

const ADDS = new Set(["sum", "avg", "median", "count", "share", "formula"]);

/** Tables whose rows come more than once in a joined query. `isUnique` says of a key whether each of its values has one row. */
function repeatedTables(
  query: BuiltQuery,
  isUnique: (key: ColumnRef) => boolean | undefined,
): Set<string> {
  const edges = query.joins.flatMap(({ from, table, to }) => [
    { from: from.table, to: { table, column: to } },
    { from: table, to: from },
  ]);
  const repeats = (table: string): boolean => {
    const seen = new Set([table]);
    const open = [table];
    for (let own = open.pop(); own !== undefined; own = open.pop()) {
      for (const { from, to } of edges) {
        if (from !== own || seen.has(to.table)) continue;
        // Several partners there: each row from here stands beside all of them.
        if (isUnique(to) === false) return true;
        seen.add(to.table);
        open.push(to.table);
      }
    }
    return false;
  };
  const tables = [query.table, ...query.joins.map(({ table }) => table)];
  return new Set(tables.filter(repeats));
}

/**
 * The places of measures that count some rows more than once, because a join puts several partners beside each: a budget by client,
 * summed over the client's invoices.
 */
export function repeatedMeasures(
  query: BuiltQuery,
  isUnique: (key: ColumnRef) => boolean | undefined,
): number[] {
  if (query.joins.length === 0) return [];
  const repeated = repeatedTables(query, isUnique);
  return query.measures.flatMap(({ fn, column, formula }, at) => {
    const table = column?.table ?? formula?.table;
    return table !== undefined && ADDS.has(fn) && repeated.has(table) ? [at] : [];
  });
}
