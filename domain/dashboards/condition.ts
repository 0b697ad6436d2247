import type { ColumnKind } from "#domain/analytics/reading.ts";
import { quoteIdentifier, quoteLiteral } from "#domain/analytics/sql/quote.ts";
import type { Step } from "#domain/analytics/time-step.ts";

/** A value as results hold it: dates and instants are epoch milliseconds (UTC). */
export type Value = string | number | boolean | null;

/**
 * What rows of a table must fulfil. A span takes its lower end and leaves out its upper one, `to` is taken too; null is open. `step` tells the spans of time
 * that a brush chose its ends among.
 */
export type Condition = { column: string } & (
  | { values: readonly Value[] }
  | { from: number | null; below: number | null; step?: Step | null }
  | { from: number | null; to: number | null }
);

/** A value as a literal of this kind of column; null when it is none. Nothing of it is ever read as SQL. */
function literal(value: Exclude<Value, null>, kind: ColumnKind): string | null {
  switch (kind) {
    case "text":
      return quoteLiteral(String(value));
    case "boolean":
      return typeof value === "boolean" ? String(value).toUpperCase() : null;
    case "integer":
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? String(value) : null;
    case "date":
    case "timestamp": {
      const at = new Date(typeof value === "boolean" ? NaN : value);
      if (Number.isNaN(at.getTime())) return null;
      const text = at.toISOString();
      return kind === "date"
        ? `DATE ${quoteLiteral(text.slice(0, 10))}`
        : `TIMESTAMP ${quoteLiteral(text.slice(0, -1).replace("T", " "))}`;
    }
    default:
      return kind satisfies never;
  }
}

/** The condition as SQL on a column of this kind. A value that the column can't hold matches nothing. */
export function conditionSql(condition: Condition, kind: ColumnKind): string {
  const column = quoteIdentifier(condition.column);
  if ("values" in condition) {
    const known = condition.values.filter((value) => value !== null);
    const literals = known.map((value) => literal(value, kind)).filter((one) => one !== null);
    const parts = [
      ...(literals.length > 0 ? [`${column} IN (${literals.join(", ")})`] : []),
      ...(condition.values.includes(null) ? [`${column} IS NULL`] : []),
    ];
    return parts.length === 0 ? "FALSE" : `(${parts.join(" OR ")})`;
  }
  // A span of time or numbers says nothing of a column of another kind.
  if (kind === "text" || kind === "boolean") return "TRUE";
  if ("to" in condition && (kind === "date" || kind === "timestamp")) return "TRUE";
  const { from } = condition;
  const [under, end] = "to" in condition ? ["<=", condition.to] : ["<", condition.below];
  const ends = [
    ...(from === null ? [] : [[">=", literal(from, kind)] as const]),
    ...(end === null ? [] : [[under, literal(end, kind)] as const]),
  ];
  if (ends.some(([, text]) => text === null)) return "FALSE";
  const parts = ends.map(([sign, text]) => `${column} ${sign} ${text}`);
  return parts.length === 0 ? "TRUE" : `(${parts.join(" AND ")})`;
}
