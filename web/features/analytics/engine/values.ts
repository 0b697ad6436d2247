import { DataType, type RecordBatch, type Schema, type Table } from "apache-arrow";
import type { ColumnKind } from "#domain/analytics/reading.ts";

/** A cell as the page shows it. Dates and instants are epoch milliseconds (UTC). */
export type Cell = string | number | boolean | null;

export interface ResultColumn {
  name: string;
  kind: ColumnKind;
}

/** Names and kinds of a result's columns; lists, structs and the like count as text. */
export function columnsOf(schema: Schema): ResultColumn[] {
  return schema.fields.map(({ name, type }) => ({ name, kind: kindOf(type) }));
}

function kindOf(type: DataType): ColumnKind {
  if (DataType.isInt(type)) return "integer";
  if (DataType.isFloat(type) || DataType.isDecimal(type)) return "number";
  if (DataType.isDate(type)) return "date";
  if (DataType.isTimestamp(type)) return "timestamp";
  if (DataType.isBool(type)) return "boolean";
  return "text";
}

/** One value of Arrow as a cell. Whole numbers over 2^53 become text rather than wrong. */
export function toCell(value: unknown, type?: DataType): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") {
    if (type !== undefined && DataType.isTime(type)) return clock(value);
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  }
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "bigint" ? Number(inner) : inner,
  );
}

/** Microseconds since midnight as HH:MM:SS. */
function clock(micros: bigint): string {
  const seconds = Number(micros / 1_000_000n);
  return [seconds / 3_600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, "0"))
    .join(":");
}

/** The rows of a batch, each a list of cells in the order of the columns. */
export function cellsOf(batch: RecordBatch): Cell[][] {
  const columns = batch.schema.fields.map((field, at) => ({
    type: field.type,
    vector: batch.getChildAt(at),
  }));
  return Array.from({ length: batch.numRows }, (_, row) =>
    columns.map(({ type, vector }) => toCell(vector?.get(row), type)),
  );
}

/** The rows of a small result as plain objects. */
export function rowsOf(table: Table): Record<string, unknown>[] {
  return table.toArray().map((row) => row?.toJSON() as Record<string, unknown>);
}
