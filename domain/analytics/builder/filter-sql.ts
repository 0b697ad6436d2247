import type { ColumnKind } from "#domain/analytics/reading.ts";
import { quoteLiteral } from "#domain/analytics/sql/quote.ts";
import type { Comparison, Filter } from "./model.ts";
import { presetDays } from "./presets.ts";

/** A text as it is compared: small letters without accents, as `strip_accents(lower(…))` does in the engine. */
export const folded = (text: string): string =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");

const number = (value: number): string => (Object.is(value, -0) ? "0" : String(value));

/** A comparison with a number. */
export const compared = (sql: string, op: Comparison, value: number): string =>
  `${sql} ${op} ${number(value)}`;

function days(sql: string, from: string | null, to: string | null): string {
  const parts = [
    ...(from === null ? [] : [`${sql} >= DATE ${quoteLiteral(from)}`]),
    ...(to === null ? [] : [`${sql} < DATE ${quoteLiteral(dayAfter(to))}`]),
  ];
  return parts.length === 0 ? `${sql} IS NOT NULL` : parts.join(" AND ");
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function values(sql: string, kind: ColumnKind, filter: Filter & { type: "values" }): string {
  const texts = filter.values.filter((value) => value !== null);
  const own = kind === "text" ? sql : `CAST(${sql} AS VARCHAR)`;
  const list = texts.map(quoteLiteral).join(", ");
  const one = texts.length === 1;
  const empty = filter.values.length > texts.length;
  if (!filter.not) {
    const some = one ? `${own} = ${list}` : `${own} IN (${list})`;
    if (texts.length === 0) return `${sql} IS NULL`;
    return empty ? `(${some} OR ${sql} IS NULL)` : some;
  }
  // An empty cell is not one of the values: it stays, unless it is named itself.
  if (texts.length === 0) return `${sql} IS NOT NULL`;
  const none = one ? `${own} <> ${list}` : `${own} NOT IN (${list})`;
  return empty ? `(${none} AND ${sql} IS NOT NULL)` : `(${none} OR ${sql} IS NULL)`;
}

/** A filter as a condition. `sql` is its column, `today` the day that presets are seen from (YYYY-MM-DD). */
export function filterSql(filter: Filter, sql: string, kind: ColumnKind, today: string): string {
  switch (filter.type) {
    case "values":
      return values(sql, kind, filter);
    case "text": {
      const own = `strip_accents(lower(${kind === "text" ? sql : `CAST(${sql} AS VARCHAR)`}))`;
      const text = quoteLiteral(folded(filter.text));
      if (filter.op === "starts") return `starts_with(${own}, ${text})`;
      return filter.op === "contains"
        ? `contains(${own}, ${text})`
        : `(NOT contains(${own}, ${text}) OR ${sql} IS NULL)`;
    }
    case "number":
      return compared(sql, filter.op, filter.value);
    case "range": {
      const parts = [
        ...(filter.from === null ? [] : [compared(sql, ">=", filter.from)]),
        ...(filter.to === null ? [] : [compared(sql, "<=", filter.to)]),
      ];
      return parts.length === 0 ? `${sql} IS NOT NULL` : parts.join(" AND ");
    }
    case "days":
      return days(sql, filter.from, filter.to);
    case "preset": {
      const { from, to } = presetDays(filter.preset, today);
      return days(sql, from, to);
    }
    case "flag":
      return filter.value ? sql : `NOT ${sql}`;
    case "empty":
      return `${sql} IS ${filter.empty ? "" : "NOT "}NULL`;
    default:
      return filter satisfies never;
  }
}
