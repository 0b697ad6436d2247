import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";
import { conditionSql, type Condition } from "./condition.ts";
import { RangeValue, type Parameter, type PeriodValue } from "./parameters.ts";
import { daysOf, type Days } from "./period.ts";

/** What is chosen of each parameter, by its name; what is not there is as the dashboard begins. */
export interface Chosen {
  readonly [name: string]: PeriodValue | RangeValue | readonly string[] | string | undefined;
}

const DAY = 86_400_000;

/** The days of a period as it is chosen, or as it begins. */
export function chosenDays(
  parameter: Extract<Parameter, { kind: "period" }>,
  chosen: Chosen,
  today: string,
): Days {
  const value = chosen[parameter.name];
  const period = typeof value === "object" && !Array.isArray(value) ? value : parameter.initial;
  return daysOf(period as PeriodValue, today);
}

/** The categories that are chosen, or as it begins; none stands for all. */
export function chosenValues(
  parameter: Extract<Parameter, { kind: "category" }>,
  chosen: Chosen,
): readonly string[] {
  const value = chosen[parameter.name];
  return Array.isArray(value) ? (value as readonly string[]) : parameter.initial;
}

/** The column that is chosen: one of the options, whatever is asked for. */
export function chosenColumn(
  parameter: Extract<Parameter, { kind: "choice" }>,
  chosen: Chosen,
): string {
  const value = chosen[parameter.name];
  const columns = parameter.options.map(({ column }) => column);
  return (
    [value, parameter.initial].find(
      (one): one is string => typeof one === "string" && columns.includes(one),
    ) ?? (columns[0] as string)
  );
}

/** The numbers that are chosen, or as it begins. */
export function chosenRange(
  parameter: Extract<Parameter, { kind: "range" }>,
  chosen: Chosen,
): RangeValue {
  return RangeValue.safeParse(chosen[parameter.name]).data ?? parameter.initial;
}

/** What a period, a range or a category asks of rows; null when it asks for nothing. */
export function parameterCondition(
  parameter: Parameter,
  chosen: Chosen,
  today: string,
): Condition | null {
  if (parameter.kind === "choice" || parameter.column === null) return null;
  if (parameter.kind === "category") {
    const values = chosenValues(parameter, chosen);
    return values.length === 0 ? null : { column: parameter.column, values };
  }
  if (parameter.kind === "range") {
    const { from, to } = chosenRange(parameter, chosen);
    return from === null && to === null ? null : { column: parameter.column, from, to };
  }
  const { from, to } = chosenDays(parameter, chosen, today);
  if (from === null && to === null) return null;
  return {
    column: parameter.column,
    from: from === null ? null : Date.parse(from),
    below: to === null ? null : Date.parse(to) + DAY,
  };
}

/** Whether a filter asks for less than all, with a column of its own or not. */
export function narrows(parameter: Parameter, chosen: Chosen, today: string): boolean {
  const asked = parameter.kind === "period" ? { ...parameter, column: parameter.name } : parameter;
  return parameterCondition(asked, chosen, today) !== null;
}

/** Of what kind a parameter's column is, as far as its text is concerned. */
const KINDS = { category: "text", period: "date", range: "number" } as const;

/** What `{{name}}` or `{{name.part}}` stands for; null when the dashboard has no such parameter. */
function expansion(
  parameter: Parameter,
  part: string | undefined,
  chosen: Chosen,
  today: string,
): string | null {
  if (parameter.kind === "choice") {
    return part === undefined ? quoteIdentifier(chosenColumn(parameter, chosen)) : null;
  }
  if (parameter.kind === "category" && part !== undefined) return null;
  if (part === undefined) {
    const condition = parameterCondition(parameter, chosen, today);
    return condition === null ? "TRUE" : conditionSql(condition, KINDS[parameter.kind]);
  }
  if (parameter.kind === "range") {
    const { from, to } = chosenRange(parameter, chosen);
    if (part === "from") return from === null ? "'-infinity'::DOUBLE" : String(from);
    if (part === "to") return to === null ? "'infinity'::DOUBLE" : String(to);
    return null;
  }
  const days = chosenDays(parameter as Extract<Parameter, { kind: "period" }>, chosen, today);
  if (part === "from") return `DATE ${quoteLiteral(days.from ?? "0001-01-01")}`;
  return part === "to" ? `DATE ${quoteLiteral(days.to ?? "9999-12-31")}` : null;
}

/** Texts, quoted names and comments of SQL, in which nothing is put, and the places of parameters. */
const PIECES =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^]*?\*\/|\$\$[^]*?\$\$|\{\{\s*([a-z][a-z0-9_]*)(?:\.([a-z]+))?\s*\}\}/g;

/**
 * Puts the chosen values into a text as quoted literals, conditions or names of columns: `{{period.from}}` and `{{period.to}}` are
 * days (of a range, numbers), `{{period}}` and `{{family}}` conditions, `{{measure}}` a column. `used` names the parameters that it holds. Unknown
 * ones stay as they are, so that the database points at them.
 */
export function bindParameters(
  sql: string,
  parameters: readonly Parameter[],
  chosen: Chosen,
  today: string,
): { sql: string; used: ReadonlySet<string> } {
  const used = new Set<string>();
  const text = sql.replaceAll(PIECES, (piece: string, name?: string, part?: string) => {
    const parameter = parameters.find((one) => one.name === name);
    const put = parameter && expansion(parameter, part, chosen, today);
    if (!parameter || put === null || put === undefined) return piece;
    used.add(parameter.name);
    return put;
  });
  return { sql: text, used };
}
