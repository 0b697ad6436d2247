import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { kindOf, withComputed, type QuerySchema } from "./check.ts";
import { compared, filterSql } from "./filter-sql.ts";
import { computedSql, formulaSql } from "./formula.ts";
import type { BuiltQuery, ColumnRef, Group, Measure, SortKey } from "./model.ts";

/** Names for the columns of a result, none twice: a second `montant` becomes `montant_2`. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    // The engine takes names that differ by case alone for the same.
    for (let copy = 2; taken.has(own.toLowerCase()); copy++) own = `${name}_${copy}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

/** The names that groups and measures have in the result, in this order. */
export function resultNames({ groups, measures }: BuiltQuery): {
  groups: string[];
  measures: string[];
} {
  const names = uniqueNames([
    ...groups.map(({ column }) => column.column),
    ...measures.map(({ label }) => label),
  ]);
  return { groups: names.slice(0, groups.length), measures: names.slice(groups.length) };
}

/**
 * The engine believes that `date_trunc` is never empty (1.4.3), and then answers `IS NULL` and groups of empty dates wrong. Where
 * they may be there, CASE makes it look.
 */
function groupSql({ part }: Group, sql: string, filled: boolean): string {
  if (part === null) return sql;
  if (part === "weekday") return `isodow(${sql})`;
  if (part === "hour") return `hour(${sql})`;
  const start = `date_trunc('${part}', ${sql})::DATE`;
  return filled ? start : `CASE WHEN ${sql} IS NOT NULL THEN ${start} END`;
}

/** True when the filters leave no row with an empty cell of that column. */
const isFilled = ({ filters, match }: BuiltQuery, { table, column }: ColumnRef): boolean =>
  match === "all" &&
  filters.some(
    (filter) =>
      filter.column.table === table &&
      filter.column.column === column &&
      (filter.type === "days" ||
        filter.type === "preset" ||
        (filter.type === "empty" && !filter.empty)),
  );

/** A measure over a group; `sql` is its column, or the whole of a formula. */
function measureSql(fn: Measure["fn"], sql: string | null): string {
  switch (fn) {
    case "sum":
    case "avg":
    case "min":
    case "max":
    case "median":
      return `${fn}(${sql})`;
    case "count":
      return `count(${sql ?? "*"})`;
    case "distinct":
      return `count(DISTINCT ${sql})`;
    case "share": {
      const part = sql === null ? "count(*)" : `sum(${sql})`;
      return `100.0 * ${part} / nullif(sum(${part}) OVER (), 0)`;
    }
    case "formula":
      return sql ?? "NULL";
    default:
      return fn satisfies never;
  }
}

interface Item {
  sql: string;
  name: string;
}

/** How a query writes its columns: with their table beside others, computed ones in full. */
function referring(query: BuiltQuery, tables: QuerySchema): (column: ColumnRef) => string {
  const joined = query.joins.length > 0;
  return ({ table, column }) =>
    computedSql(table, column, joined ? tables : undefined, query.computed ?? []) ??
    (joined ? `${quoteIdentifier(table)}.${quoteIdentifier(column)}` : quoteIdentifier(column));
}

/** The SQL of each measure of a query, without a name. */
export function measureExpressions(query: BuiltQuery, tables: QuerySchema): string[] {
  const ref = referring(query, tables);
  const beside = query.joins.length > 0 ? tables : undefined;
  return query.measures.map(({ fn, column, formula }) =>
    measureSql(
      fn,
      formula === undefined ? column && ref(column) : formulaSql(formula, beside, query.computed),
    ),
  );
}

/**
 * The DuckDB SQL of a query that `checkQuery` finds nothing wrong with. Order is total as far as its groups go, so that a limit cuts
 * the same rows each time; empty values come last. `today` (YYYY-MM-DD) is the day that presets are seen from.
 */
export function compileQuery(query: BuiltQuery, tables: QuerySchema, today: string): string {
  const computed = query.computed ?? [];
  const schema = withComputed(tables, computed);
  const ref = referring(query, tables);
  const where = query.filters.map((filter) =>
    filterSql(filter, ref(filter.column), kindOf(schema, filter.column) ?? "text", today),
  );
  const from = [
    `FROM ${quoteIdentifier(query.table)}`,
    ...query.joins.map(
      (join) =>
        `${join.kind === "left" ? "LEFT JOIN" : "JOIN"} ${quoteIdentifier(join.table)} ON ${joinSql(join.from, { table: join.table, column: join.to }, ref, schema)}`,
    ),
    ...(where.length > 0
      ? [
          `WHERE ${where.map((one) => (where.length > 1 ? `(${one})` : one)).join(query.match === "all" ? "\n  AND " : "\n  OR ")}`,
        ]
      : []),
  ];
  const limit = query.limit === null ? [] : [`LIMIT ${query.limit}`];
  if (query.groups.length === 0 && query.measures.length === 0) {
    const all = query.columns.length === 0;
    const own = all ? computed.map(({ table, name }) => ({ table, column: name })) : query.columns;
    const shown = uniqueNames(own.map(({ column }) => column));
    const items = own.map((one, at) => ({ sql: ref(one), name: shown[at] ?? "" }));
    const order = query.sort.flatMap(({ by, descending }) =>
      by.type === "column" ? [direction(ref(by.column), descending)] : [],
    );
    return [
      select(items, all),
      ...from,
      ...(order.length > 0 ? [`ORDER BY ${order.join(", ")}`] : []),
      ...limit,
    ].join("\n");
  }
  return grouped(query, ref, measureExpressions(query, tables), { from, limit });
}

function grouped(
  query: BuiltQuery,
  ref: (column: ColumnRef) => string,
  measures: readonly string[],
  { from, limit }: { from: readonly string[]; limit: readonly string[] },
): string {
  const names = resultNames(query);
  const groups = query.groups.map((group) =>
    groupSql(group, ref(group.column), isFilled(query, group.column)),
  );
  const items = [
    ...groups.map((sql, at) => ({ sql, name: names.groups[at] ?? "" })),
    ...measures.map((sql, at) => ({ sql, name: names.measures[at] ?? "" })),
  ];
  const by = groups.length === 0 ? [] : [`GROUP BY ${groups.map((_, at) => at + 1).join(", ")}`];
  const order = ordered(query).flatMap(({ by: key, descending }) =>
    key.type === "column"
      ? []
      : [
          direction(
            String(key.type === "group" ? key.at + 1 : groups.length + key.at + 1),
            descending,
          ),
        ],
  );
  const end = [...(order.length > 0 ? [`ORDER BY ${order.join(", ")}`] : []), ...limit];
  const having = (own: (at: number) => string): string =>
    query.having.map(({ at, op, value }) => compared(own(at), op, value)).join(" AND ");
  if (query.having.length === 0) return [select(items), ...from, ...by, ...end].join("\n");
  if (!query.measures.some(({ fn }) => fn === "share")) {
    const kept = `HAVING ${having((at) => measures[at] ?? "")}`;
    return [select(items), ...from, ...by, kept, ...end].join("\n");
  }
  // Shares stay those of the whole: groups are left out after they are computed.
  const inner = [select(items), ...from, ...by].join("\n").replaceAll("\n", "\n  ");
  const kept = `WHERE ${having((at) => quoteIdentifier(names.measures[at] ?? ""))}`;
  return [`SELECT *\nFROM (\n  ${inner}\n)`, kept, ...end].join("\n");
}

/** As asked, else the usual: time forwards, the first measure from the top; then the groups, to make it total. */
function ordered({ sort, groups, measures }: BuiltQuery): SortKey[] {
  const time = groups.findIndex(({ part }) => part !== null);
  const usual: SortKey[] =
    sort.length > 0
      ? sort
      : time >= 0
        ? [{ by: { type: "group", at: time }, descending: false }]
        : measures.length > 0 && groups.length > 0
          ? [{ by: { type: "measure", at: 0 }, descending: true }]
          : [];
  const rest = groups.flatMap((_, at): SortKey[] =>
    usual.some(({ by }) => by.type === "group" && by.at === at)
      ? []
      : [{ by: { type: "group", at }, descending: false }],
  );
  return [...usual, ...rest];
}

const direction = (sql: string, descending: boolean): string =>
  `${sql}${descending ? " DESC" : ""} NULLS LAST`;

function select(items: readonly Item[], all = false): string {
  const list = items.map(({ sql, name }) =>
    sql === quoteIdentifier(name) ? sql : `${sql} AS ${quoteIdentifier(name)}`,
  );
  return `SELECT ${[...(all ? ["*"] : []), ...list].join(",\n       ")}`;
}

/** Keys of different kinds (a number here, a text there) meet as text. */
function joinSql(
  left: ColumnRef,
  right: ColumnRef,
  ref: (column: ColumnRef) => string,
  schema: QuerySchema,
): string {
  if (kindOf(schema, left) === kindOf(schema, right)) return `${ref(left)} = ${ref(right)}`;
  return `CAST(${ref(left)} AS VARCHAR) = CAST(${ref(right)} AS VARCHAR)`;
}
