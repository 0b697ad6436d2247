import type { ChartPoint } from "#domain/analytics/chart/point.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { withoutEnd } from "#domain/analytics/sql/read.ts";
import { isSign, isWord } from "#domain/analytics/sql/tokens.ts";
import { isAggregate, ownRows } from "./own-rows.ts";
import { pointSql } from "./point-sql.ts";
import { selectClauses, type Item, type SelectClauses, type Unclear } from "./select-clauses.ts";

/** Why a point has no way to its rows. `differs` and `refused` are found only by asking the engine. */
export type NoDrill =
  | Unclear
  | "window"
  | "column"
  | "derived"
  | "computed"
  | "differs"
  | "refused";

/**
 * The rows behind a point. `check` answers one figure over those same rows, which must be the point's: the text was cut by its words
 * alone, and only the engine can say that the cut was right. Null where the rows are the result's own.
 */
export interface Drill {
  sql: string;
  check: { sql: string; figure: number } | null;
  /** Some of these rows may count for nothing in the figure. */
  unsure: boolean;
}

type Columns = readonly { name: string; kind: ColumnKind }[];

const aggregates = ({ tokens }: Item): boolean => tokens.some((_, at) => isAggregate(tokens, at));
const windowed = ({ tokens }: Item): boolean =>
  tokens.some(
    (token, at) =>
      isWord(token, "over") && (isSign(tokens[at + 1], "(") || at === tokens.length - 2),
  );
/** What an expression of the list is: made of several rows, of other groups too (OVER), or what the rows are grouped by. */
export const kindOfItem = (item: Item): "measure" | "window" | "group" =>
  windowed(item) ? "window" : aggregates(item) ? "measure" : "group";
/** Whether FROM reads what another query of the text made. */
export const isDerived = ({ fromTokens, names }: SelectClauses): boolean =>
  fromTokens.some(
    (token) =>
      isWord(token, "select", "values") ||
      (token.kind !== "string" && names.has(token.text.toLowerCase())),
  );

/**
 * The rows that a point of a result stands for. Of a question that groups: the rows of its FROM and WHERE in which the expressions of the
 * point's columns have its values, and which its own aggregates take (FILTER). Of one that lists rows: those of the result itself.
 */
export function drillQuery(
  sql: string,
  columns: Columns,
  point: Pick<ChartPoint, "conditions" | "measure" | "figure">,
): Drill | { reason: NoDrill } {
  const clauses = selectClauses(sql);
  if (typeof clauses === "string") return { reason: clauses };
  if (clauses.grouped || clauses.items.some((item) => aggregates(item) && !windowed(item)))
    return ofGroups(clauses, columns, point);
  return ofRows(sql, clauses, columns, point);
}

/**
 * For each column of a result, whether its figures are made of several rows of what the question reads; none where the question only
 * lists rows, or can't be told apart.
 */
export function measuredColumns(sql: string, count: number): readonly boolean[] {
  const clauses = selectClauses(sql);
  if (typeof clauses === "string" || clauses.items.length !== count) return [];
  return clauses.items.map((item) => aggregates(item) && !windowed(item));
}

function ofGroups(
  clauses: SelectClauses,
  columns: Columns,
  { conditions, measure, figure }: Pick<ChartPoint, "conditions" | "measure" | "figure">,
): Drill | { reason: NoDrill } {
  const { named, items, from, where } = clauses;
  // With a star in it, the list does not tell which of its expressions a column is.
  if (items.length !== columns.length) return { reason: "column" };
  const placeOf = (name: string): number => columns.findIndex((column) => column.name === name);
  if (measure === null || figure === null) return { reason: "computed" };
  const value = items[placeOf(measure)];
  if (value === undefined) return { reason: "column" };
  if (windowed(value)) return { reason: "window" };
  if (!aggregates(value)) return { reason: "computed" };
  const parts = where === null ? [] : [`(${where}\n)`];
  for (const condition of conditions) {
    const place = placeOf(condition.column);
    const [item, column] = [items[place], columns[place]];
    if (item === undefined || column === undefined) return { reason: "column" };
    if (windowed(item)) return { reason: "window" };
    if (aggregates(item)) return { reason: "computed" };
    parts.push(`(${pointSql(item.text, column.kind, condition)})`);
  }
  const { condition, unsure } = ownRows(clauses, [value]);
  if (condition !== null) parts.push(`(${condition})`);
  const source = `FROM ${from}${parts.length === 0 ? "" : `\nWHERE ${parts.join("\n  AND ")}`}`;
  return {
    sql: `${named}SELECT *\n${source}`,
    check: { sql: `${named}SELECT ${value.text} AS figure\n${source}`, figure },
    unsure,
  };
}

function ofRows(
  sql: string,
  clauses: SelectClauses,
  columns: Columns,
  { conditions, measure, figure }: Pick<ChartPoint, "conditions" | "measure" | "figure">,
): Drill | { reason: NoDrill } {
  if (isDerived(clauses)) return { reason: "derived" };
  const parts: string[] = [];
  for (const condition of conditions) {
    const column = columns.find(({ name }) => name === condition.column);
    if (column === undefined) return { reason: "column" };
    parts.push(`(${pointSql(quoteIdentifier(column.name), column.kind, condition)})`);
  }
  const where = parts.length === 0 ? "" : `\nWHERE ${parts.join("\n  AND ")}`;
  const source = `FROM (\n${withoutEnd(sql)}\n) AS result${where}`;
  return {
    sql: `SELECT *\n${source}`,
    check:
      measure === null && figure !== null
        ? { sql: `SELECT count(*) AS figure\n${source}`, figure }
        : null,
    unsure: false,
  };
}

/** Whether two figures are the same but for the order in which doubles were added up. */
export function sameFigure(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-9);
}
