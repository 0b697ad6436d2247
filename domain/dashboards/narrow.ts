import type { ColumnKind } from "#domain/analytics/reading.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { withoutEnd } from "#domain/analytics/sql/read.ts";
import { conditionSql, type Condition } from "./condition.ts";

/** A table of the engine and its columns. */
export interface Table {
  name: string;
  columns: readonly { name: string; kind: ColumnKind }[];
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The column of a table by its name, whatever its case, as SQL finds it. */
export const columnOf = (table: Table, name: string) =>
  table.columns.find((column) => same(column.name, name));

/** The tables whose names stand in the text as words. More than are read does no harm. */
export function tablesIn<T extends Pick<Table, "name">>(sql: string, tables: readonly T[]): T[] {
  const text = sql.toLowerCase();
  return tables.filter(({ name }) => {
    const word = name.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`, "u").test(text);
  });
}

/**
 * A query over fewer rows: each table that has a column of a condition is put before the text under its own name, narrowed. `schema` is
 * where the tables stand. The text itself is not touched, so any SELECT can be narrowed. NOT MATERIALIZED lets the engine read the columns that it needs alone.
 */
export function narrowed(
  sql: string,
  tables: readonly Table[],
  conditions: readonly Condition[],
  schema = "main",
): string {
  const shadows = tables.flatMap((table) => {
    const parts = conditions.flatMap((condition) => {
      const column = columnOf(table, condition.column);
      return column ? [conditionSql({ ...condition, column: column.name }, column.kind)] : [];
    });
    if (parts.length === 0) return [];
    const name = quoteIdentifier(table.name);
    return `${name} AS NOT MATERIALIZED (SELECT * FROM ${quoteIdentifier(schema)}.${name} WHERE ${parts.join(" AND ")})`;
  });
  return shadows.length === 0
    ? sql
    : `WITH ${shadows.join(",\n")}\nSELECT * FROM (\n${withoutEnd(sql)}\n)`;
}
