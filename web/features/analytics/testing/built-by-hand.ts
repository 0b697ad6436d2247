import type { BuiltQuery, Filter, Group, Measure } from "#domain/analytics/builder/model.ts";
import { folded } from "#domain/analytics/builder/filter-sql.ts";
import { presetDays } from "#domain/analytics/builder/presets.ts";

export type Value = string | number | boolean | null;
/** One row by table and column; a left join without a partner has no such table. Dates are epoch milliseconds. */
export type Joined = Record<string, Record<string, Value> | undefined>;

const DAY = 86_400_000;
const read = (row: Joined, at: { table: string; column: string }): Value =>
  row[at.table]?.[at.column] ?? null;

function holds(filter: Filter, row: Joined, today: string, dates: ReadonlySet<string>): boolean {
  const value = read(row, filter.column);
  const text = value === null ? null : asText(value, dates.has(filter.column.column));
  const within = (from: string | null, to: string | null): boolean =>
    typeof value === "number" &&
    (from === null || value >= Date.parse(from)) &&
    (to === null || value < Date.parse(to) + DAY);
  switch (filter.type) {
    case "values":
      return filter.values.includes(text) !== filter.not;
    case "text": {
      const own = text === null ? null : folded(text);
      const wanted = folded(filter.text);
      if (filter.op === "lacks") return own === null || !own.includes(wanted);
      return (
        own !== null && (filter.op === "starts" ? own.startsWith(wanted) : own.includes(wanted))
      );
    }
    case "number": {
      if (typeof value !== "number") return false;
      const sign = Math.sign(value - filter.value);
      const wanted = { "=": [0], "<>": [-1, 1], "<": [-1], "<=": [-1, 0], ">": [1], ">=": [0, 1] };
      return wanted[filter.op].includes(sign === 0 ? 0 : sign);
    }
    case "range":
      return (
        typeof value === "number" &&
        value >= (filter.from ?? -Infinity) &&
        value <= (filter.to ?? Infinity)
      );
    case "days":
      return within(filter.from, filter.to);
    case "preset": {
      const { from, to } = presetDays(filter.preset, today);
      return within(from, to);
    }
    case "flag":
      return value === filter.value;
    case "empty":
      return (value === null) === filter.empty;
    default:
      return filter satisfies never;
  }
}

const asText = (value: Value, date: boolean): string =>
  date && typeof value === "number" ? new Date(value).toISOString().slice(0, 10) : String(value);

function groupOf({ part }: Group, value: Value): Value {
  if (part === null || typeof value !== "number") return value;
  const at = new Date(value);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const weekday = (at.getUTCDay() + 6) % 7;
  const starts = {
    day: Date.UTC(year, month, day),
    week: Date.UTC(year, month, day - weekday),
    month: Date.UTC(year, month, 1),
    quarter: Date.UTC(year, month - (month % 3), 1),
    year: Date.UTC(year, 0, 1),
  };
  if (part === "weekday") return weekday + 1;
  return part === "hour" ? at.getUTCHours() : starts[part];
}

function measureOf(
  { fn, column }: Measure,
  rows: readonly Joined[],
  all: readonly Joined[],
): Value {
  const values = (of: readonly Joined[]): Value[] =>
    column === null ? [] : of.map((row) => read(row, column)).filter((value) => value !== null);
  const own = values(rows);
  const numbers = own.map(Number);
  const total = (of: readonly Value[]): number =>
    of.reduce<number>((sum, one) => sum + Number(one), 0);
  const sorted = own.toSorted((a, b) => (a! < b! ? -1 : a! > b! ? 1 : 0));
  switch (fn) {
    case "count":
      return column === null ? rows.length : own.length;
    case "distinct":
      return new Set(own).size;
    case "sum":
      return own.length === 0 ? null : total(own);
    case "avg":
      return own.length === 0 ? null : total(own) / own.length;
    case "min":
      return sorted[0] ?? null;
    case "max":
      return sorted.at(-1) ?? null;
    case "median": {
      const ordered = numbers.toSorted((a, b) => a - b);
      const middle = (ordered.length - 1) / 2;
      const [low, high] = [ordered[Math.floor(middle)], ordered[Math.ceil(middle)]];
      return low === undefined || high === undefined ? null : (low + high) / 2;
    }
    case "share": {
      if (column === null) return all.length === 0 ? null : (100 * rows.length) / all.length;
      const whole = total(values(all));
      return own.length === 0 || whole === 0 ? null : (100 * total(own)) / whole;
    }
    case "formula":
      throw new Error("Only the engine knows what a formula says");
    default:
      return fn satisfies never;
  }
}

/** The rows that a query should answer, computed without SQL and in no order: the measure of the compiler. */
export function builtByHand(
  query: BuiltQuery,
  tables: Readonly<Record<string, readonly Record<string, Value>[]>>,
  today: string,
  dates: ReadonlySet<string>,
): Value[][] {
  let rows: Joined[] = (tables[query.table] ?? []).map((row) => ({ [query.table]: row }));
  for (const join of query.joins) {
    rows = rows.flatMap((row) => {
      const key = read(row, join.from);
      const found = (tables[join.table] ?? []).filter(
        (other) =>
          key !== null && String(other[join.to]) === String(key) && other[join.to] !== null,
      );
      if (found.length === 0) return join.kind === "left" ? [row] : [];
      return found.map((other) => ({ ...row, [join.table]: other }));
    });
  }
  const every = query.match === "all";
  const kept = rows.filter(
    (row) =>
      query.filters.length === 0 ||
      query.filters[every ? "every" : "some"]((filter) => holds(filter, row, today, dates)),
  );
  if (query.groups.length === 0 && query.measures.length === 0)
    return kept.map((row) => query.columns.map((column) => read(row, column)));
  const keyOf = (row: Joined, group: Group): Value => groupOf(group, read(row, group.column));
  const sides = query.groups;
  const groups = new Map<string, { keys: Value[]; rows: Joined[] }>();
  if (sides.length === 0) groups.set("[]", { keys: [], rows: [] });
  for (const row of kept) {
    const keys = sides.map((group) => keyOf(row, group));
    const id = JSON.stringify(keys);
    const group = groups.get(id) ?? { keys, rows: [] };
    group.rows.push(row);
    groups.set(id, group);
  }
  const passes = (group: readonly Joined[]): boolean =>
    query.having.every(({ at, op, value }) => {
      const measure = query.measures[at];
      const own = measure === undefined ? null : measureOf(measure, group, kept);
      return holds(
        { type: "number", column: { table: "x", column: "x" }, op, value },
        { x: { x: own } },
        today,
        dates,
      );
    });
  return [...groups.values()]
    .filter((group) => passes(group.rows))
    .map(({ keys, rows: own }) => [
      ...keys,
      ...query.measures.map((measure) => measureOf(measure, own, kept)),
    ]);
}
