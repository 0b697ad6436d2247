import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { isWord, written } from "#domain/analytics/sql/tokens.ts";
import type { Condition } from "./condition.ts";
import { alike, callsOf, plain, type Call, type Known } from "./cube-parts.ts";
import { groupedOf, type Grouped, type Piece } from "./grouped.ts";
import { columnOf, narrowed, type Table } from "./narrow.ts";
import { beginsStep, type Step } from "#domain/analytics/time-step.ts";

/**
 * A widget's query while somebody brushes along time: its groups by the spans that the brush can choose, added up once (`make`), and the
 * query over that small table (`ask`). Sums of sums, counts, smallest and largest values are exact; means are a sum by a count.
 */
export interface Cube {
  /** Equal for steps of the same brush on the same query: all but the ends. */
  key: string;
  /** One SELECT that makes the rows. Equal texts make equal rows while the tables are as they are. */
  make: string;
  /** The widget's query over those rows in the table of that name; `?` twice, the ends of the brush as in `ends`. */
  ask(table: string): string;
  /** Epoch milliseconds (UTC); the second one is left out. */
  ends: readonly [from: number, below: number];
}

type Range = Extract<Condition, { below: number | null }>;

/** The coarsest span that both ends are beginnings of: what the brush chose by, else days. Null where an instant cuts a day. */
function stepOf({ from, below, step }: Range): Step | null {
  if (from === null || below === null) return null;
  const fits = (one: Step) => beginsStep(from, one) && beginsStep(below, one);
  return [step ?? "day", "day" as const].find(fits) ?? null;
}

/** Columns of the small table, as the parts of the query ask for them. */
class Columns {
  readonly made: string[] = [];
  readonly #known = new Map<string, string>();

  of(expression: string): string {
    const known = this.#known.get(expression);
    if (known !== undefined) return known;
    const name = `c${this.made.length}`;
    this.#known.set(expression, name);
    this.made.push(`${expression} AS ${name}`);
    return name;
  }
}

/** One call over all rows as calls over the parts that each row of the small table stands for. */
function regrouped(sql: string, { fn, argument, filter }: Call, columns: Columns): string {
  const inside = argument.length === 0 ? "*" : written(sql, argument);
  const only = filter.length === 0 ? "" : ` ${written(sql, filter)}`;
  const part = (one: string) => columns.of(`${one}(${inside})${only}`);
  if (fn === "count") return `coalesce(sum(${part("count")}), 0)::BIGINT`;
  if (fn === "avg") return `(sum(${part("sum")}) / sum(${part("count")}))`;
  return `${fn}(${part(fn)})`;
}

/** A piece with its aggregates asked of the small table; null where something else in it is a column. */
function rewritten(sql: string, piece: Piece, columns: Columns, known: Known): string | null {
  const calls = callsOf(piece);
  if (calls === null || calls.length === 0) return null;
  const inner = calls.every(
    ({ argument, filter }) =>
      (argument.length === 1 && argument[0]?.text === "*") ||
      (plain(argument, known) && plain(filter.slice(3), known)),
  );
  const outside = piece.tokens.filter(
    (_, at) => !calls.some((one) => at >= one.at && at < one.end),
  );
  if (!inner || !plain(outside, { columns: new Set(), owners: [] })) return null;
  let text = "";
  let at = piece.tokens[0]?.at ?? 0;
  for (const call of calls) {
    text += sql.slice(at, piece.tokens[call.at]?.at) + regrouped(sql, call, columns);
    at = piece.tokens[call.end - 1]?.end ?? at;
  }
  return text + sql.slice(at, piece.tokens.at(-1)?.end);
}

/** What GROUP BY lists, places and names of the list replaced by what stands there. Null where one can't be told. */
function groupsOf({ groups, items }: Grouped, known: Known): Piece[] | null {
  if (groups === null) return [];
  if (groups === "all") return items.filter((item) => callsOf(item)?.length === 0);
  const found = groups.map((group): Piece | null => {
    const [only, ...more] = group.tokens;
    if (more.length > 0 || only === undefined) return group;
    if (only.kind === "number") return items[Number(only.text) - 1] ?? null;
    const alias = only.text.toLowerCase();
    if (only.kind === "string" || known.columns.has(alias)) return group;
    return items.find((item) => item.alias?.toLowerCase() === alias) ?? null;
  });
  return found.every((one) => one !== null) ? found : null;
}

/** Takes `ASC`, `DESC` and `NULLS FIRST` off what a list is ordered by. */
function sorted({ text, tokens }: Piece): { own: Piece; way: string } {
  const end = tokens.findIndex(
    (token) => token.depth === 0 && isWord(token, "asc", "desc", "nulls"),
  );
  if (end < 1) return { own: { text, tokens }, way: "" };
  const [own, way] = [tokens.slice(0, end), tokens.slice(end)];
  return { own: { text: "", tokens: own }, way: ` ${way.map((token) => token.text).join(" ")}` };
}

/**
 * Takes a query apart for a brush. Null where it is more than one SELECT over one table that groups by expressions of its columns and
 * sums, counts, takes means or extremes, or where the brush's ends do not stand between days: such a query is asked as it is.
 * @param sql the widget's text, its parameters put in. @param conditions all that narrows it, `brush` among them.
 */
export function cubeOf(
  sql: string,
  tables: readonly Table[],
  conditions: readonly Condition[],
  brush: Condition,
  schema = "main",
): Cube | null {
  const step = "below" in brush ? stepOf(brush) : null;
  const table = tables.find(({ name }) => groupedOf(sql, name) !== null);
  const grouped = table && groupedOf(sql, table.name);
  if (step === null || !("below" in brush) || !grouped) return null;
  const column = columnOf(table, brush.column);
  if (column?.kind !== "date" && column?.kind !== "timestamp") return null;
  const known: Known = {
    columns: new Set(table.columns.map(({ name }) => name.toLowerCase())),
    owners: grouped.owners,
  };
  const columns = new Columns();
  const groups = groupsOf(grouped, known);
  if (groups === null || groups.some(({ tokens }) => tokens.length === 0 || !plain(tokens, known)))
    return null;
  const keys = groups.map(({ text }) => columns.of(text));
  const keyOf = (piece: Piece) => keys[groups.findIndex((group) => alike(group, piece))];
  const over = (piece: Piece) => keyOf(piece) ?? rewritten(sql, piece, columns, known);
  const items = grouped.items.map(over);
  const having = grouped.having === null ? null : rewritten(sql, grouped.having, columns, known);
  const order = grouped.order.map((piece) => {
    const { own, way } = sorted(piece);
    const [only] = own.tokens;
    const asIs = own.tokens.length === 1 && (only?.kind === "number" || isWord(only, "all"));
    if (asIs) return `${only?.text}${way}`;
    const place = grouped.items.findIndex(
      (item) => own.tokens.length === 1 && item.alias?.toLowerCase() === only?.text.toLowerCase(),
    );
    if (place >= 0) return `${place + 1}${way}`;
    const found = over(own);
    return found === null ? null : `${found}${way}`;
  });
  if ([...items, ...order].includes(null) || (grouped.having && having === null)) return null;
  if (grouped.groups === null && grouped.having) return null;
  if (grouped.where && !plain(grouped.where.tokens, known)) return null;
  const time = quoteIdentifier(column.name);
  const only = grouped.where
    ? `(${grouped.where.text}\n) AND ${time} IS NOT NULL`
    : `${time} IS NOT NULL`;
  const by = [...new Set(keys)].map((_, at) => at + 1);
  const list = [...columns.made, `date_trunc('${step}', ${time})::DATE AS span`];
  // The spans are grouped by too: their place is behind the keys and the parts.
  const make = `SELECT ${list.join(", ")} FROM ${grouped.from} WHERE ${only} GROUP BY ${[...by, list.length].join(", ")}`;
  const fixed = conditions.filter((one) => one !== brush);
  const narrow = narrowed(make, [table], fixed, schema);
  return {
    key: `${narrow}\n${sql}`,
    make: narrow,
    ends: [brush.from ?? 0, brush.below ?? 0],
    ask: (name) =>
      [
        `SELECT ${items.join(", ")} FROM ${name}`,
        "WHERE span >= epoch_ms(?::BIGINT)::DATE AND span < epoch_ms(?::BIGINT)::DATE",
        keys.length === 0 ? "" : `GROUP BY ${keys.join(", ")}`,
        having === null ? "" : `HAVING ${having}`,
        order.length === 0 ? "" : `ORDER BY ${order.join(", ")}`,
        grouped.tail,
      ].join("\n"),
  };
}
