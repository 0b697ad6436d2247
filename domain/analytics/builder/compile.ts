import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";
import { kindOf, type QuerySchema } from "./check.ts";
import { compared, filterSql } from "./filter-sql.ts";
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

/** The name that a value of a pivot has as a column. */
const pivotName = (value: string | null): string => (value === null ? "∅" : value || "''");

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

/** A measure over a group. `only` restricts it to the rows of one value of a pivot. */
function measureSql(fn: Measure["fn"], sql: string | null, only: string): string {
  switch (fn) {
    case "sum":
    case "avg":
    case "min":
    case "max":
    case "median":
      return `${fn}(${sql})${only}`;
    case "count":
      return `count(${sql ?? "*"})${only}`;
    case "distinct":
      return `count(DISTINCT ${sql})${only}`;
    case "share": {
      const part = sql === null ? "count(*)" : `sum(${sql})`;
      return `100.0 * ${part}${only} / nullif(sum(${part}) OVER (), 0)`;
    }
    default:
      return fn satisfies never;
  }
}

interface Item {
  sql: string;
  name: string;
}

/**
 * The DuckDB SQL of a query that `checkQuery` finds nothing wrong with. Order is total as far as its groups go, so that a limit cuts
 * the same rows each time; empty values come last. `today` (YYYY-MM-DD) is the day that presets are seen from.
 */
export function compileQuery(query: BuiltQuery, schema: QuerySchema, today: string): string {
  const joined = query.joins.length > 0;
  const ref = ({ table, column }: ColumnRef): string =>
    joined ? `${quoteIdentifier(table)}.${quoteIdentifier(column)}` : quoteIdentifier(column);
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
    const shown = uniqueNames(query.columns.map(({ column }) => column));
    const items = query.columns.map((one, at) => ({ sql: ref(one), name: shown[at] ?? "" }));
    const order = query.sort.flatMap(({ by, descending }) =>
      by.type === "column" ? [direction(ref(by.column), descending)] : [],
    );
    return [
      select(items),
      ...from,
      ...(order.length > 0 ? [`ORDER BY ${order.join(", ")}`] : []),
      ...limit,
    ].join("\n");
  }
  return grouped(query, ref, from, limit);
}

function grouped(
  query: BuiltQuery,
  ref: (column: ColumnRef) => string,
  from: readonly string[],
  limit: readonly string[],
): string {
  const { pivot } = query;
  const columnsSql = query.groups.map(({ column }) => ref(column));
  const groupsSql = query.groups.map((group, at) =>
    groupSql(group, columnsSql[at] ?? "", isFilled(query, group.column)),
  );
  const measures = query.measures.map(({ fn, column }) => ({
    fn,
    sql: column === null ? null : ref(column),
  }));
  const kept = query.groups.flatMap((group, at) =>
    pivot?.at === at ? [] : [{ at, sql: groupsSql[at] ?? "", name: group.column.column }],
  );
  const values =
    pivot === null
      ? measures.map(({ fn, sql }, at) => ({
          sql: measureSql(fn, sql, ""),
          name: query.measures[at]?.label ?? "",
        }))
      : pivot.values.flatMap((value) =>
          measures.map(({ fn, sql }, at) => ({
            sql: measureSql(fn, sql, onlySql(groupsSql[pivot.at] ?? "", value)),
            name:
              measures.length === 1
                ? pivotName(value)
                : `${pivotName(value)} · ${query.measures[at]?.label ?? ""}`,
          })),
        );
  const names = uniqueNames([...kept, ...values].map(({ name }) => name));
  const items = [...kept, ...values].map(({ sql }, at) => ({ sql, name: names[at] ?? "" }));
  const by =
    kept.length === 0 ? [] : [`GROUP BY ${kept.map((_, at) => String(at + 1)).join(", ")}`];
  const place = (at: number): number => kept.findIndex((group) => group.at === at) + 1;
  const measure = (at: number): string => {
    const { fn, sql } = measures[at] ?? { fn: "count" as const, sql: null };
    return measureSql(fn, sql, "");
  };
  const order = ordered(query, kept.length).flatMap(({ by: key, descending }) => {
    if (key.type === "column") return [];
    if (key.type === "group")
      return place(key.at) === 0 ? [] : [direction(String(place(key.at)), descending)];
    const own = pivot === null ? String(kept.length + key.at + 1) : measure(key.at);
    return [direction(own, descending)];
  });
  const end = [...(order.length > 0 ? [`ORDER BY ${order.join(", ")}`] : []), ...limit];
  if (query.having.length === 0) return [select(items), ...from, ...by, ...end].join("\n");
  if (pivot !== null) {
    const having = query.having.map(({ at, op, value }) => compared(measure(at), op, value));
    return [select(items), ...from, ...by, `HAVING ${having.join(" AND ")}`, ...end].join("\n");
  }
  // Shares stay those of the whole: groups are left out after they are computed.
  const having = query.having.map(({ at, op, value }) =>
    compared(quoteIdentifier(names[kept.length + at] ?? ""), op, value),
  );
  const inner = [select(items), ...from, ...by].join("\n").replaceAll("\n", "\n  ");
  return [`SELECT *\nFROM (\n  ${inner}\n)`, `WHERE ${having.join(" AND ")}`, ...end].join("\n");
}

/** As asked, else the usual: time forwards, the first measure from the top; then the groups, to make it total. */
function ordered({ sort, groups, measures, pivot }: BuiltQuery, kept: number): SortKey[] {
  const time = groups.findIndex(({ part }, at) => part !== null && pivot?.at !== at);
  const usual: SortKey[] =
    sort.length > 0
      ? sort
      : time >= 0
        ? [{ by: { type: "group", at: time }, descending: false }]
        : measures.length > 0 && kept > 0
          ? [{ by: { type: "measure", at: 0 }, descending: true }]
          : [];
  const rest = groups.flatMap((_, at): SortKey[] =>
    pivot?.at === at || usual.some(({ by }) => by.type === "group" && by.at === at)
      ? []
      : [{ by: { type: "group", at }, descending: false }],
  );
  return [...usual, ...rest];
}

const direction = (sql: string, descending: boolean): string =>
  `${sql}${descending ? " DESC" : ""} NULLS LAST`;

const onlySql = (group: string, value: string | null): string =>
  value === null
    ? ` FILTER (WHERE ${group} IS NULL)`
    : ` FILTER (WHERE CAST(${group} AS VARCHAR) = ${quoteLiteral(value)})`;

function select(items: readonly Item[]): string {
  if (items.length === 0) return "SELECT *";
  const list = items.map(({ sql, name }) =>
    sql === quoteIdentifier(name) ? sql : `${sql} AS ${quoteIdentifier(name)}`,
  );
  return `SELECT ${list.join(",\n       ")}`;
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
