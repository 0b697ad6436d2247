import type { PointCondition, PointValue } from "#domain/analytics/chart/point.ts";
import { isTime } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { quoteLiteral } from "#domain/analytics/sql/quote.ts";

/** Whether an expression has this value, as results show it: instants to the millisecond, what is no plain type as its text. */
function equals(expression: string, kind: ColumnKind, value: PointValue): string {
  const own = `(${expression})`;
  if (value === null) return `${own} IS NULL`;
  if (typeof value === "boolean") return `${own} = ${value ? "TRUE" : "FALSE"}`;
  if (typeof value === "string") return `CAST(${own} AS VARCHAR) = ${quoteLiteral(value)}`;
  if (kind === "integer") return `${own} = ${value}`;
  if (isTime(kind)) return `${measured(own, kind)} = ${figure(value, kind)}`;
  // A decimal reaches the page as a double that can be off by its last bit.
  const near = Math.abs(value) * 1e-15;
  return `${measured(own, kind)} BETWEEN ${figure(value - near, kind)} AND ${figure(value + near, kind)}`;
}

/** An expression on the axis that its cells are numbers of. */
const measured = (own: string, kind: ColumnKind): string =>
  isTime(kind) ? `epoch_ms(CAST(${own} AS TIMESTAMP))` : `CAST(${own} AS DOUBLE)`;

const figure = (value: number, kind: ColumnKind): string =>
  isTime(kind) ? String(Math.floor(value)) : `CAST(${quoteLiteral(String(value))} AS DOUBLE)`;

/** A condition of a point on an expression of SQL. Nothing of a value is ever read as SQL. */
export function pointSql(expression: string, kind: ColumnKind, condition: PointCondition): string {
  if ("value" in condition) return equals(expression, kind, condition.value);
  if ("except" in condition) {
    const any = condition.except.map((value) => equals(expression, kind, value));
    return any.length === 0 ? "TRUE" : `NOT coalesce(${any.join(" OR ")}, FALSE)`;
  }
  const own = measured(`(${expression})`, kind);
  const { from, to, last } = condition;
  return `${own} >= ${figure(from, kind)} AND ${own} ${last ? "<=" : "<"} ${figure(to, kind)}`;
}
