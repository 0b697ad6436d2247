import {
  Bool,
  DateDay,
  Field,
  Float64,
  Int64,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  TimestampMillisecond,
  Utf8,
  type Data,
  type DataType,
} from "apache-arrow";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { plainValue } from "./plain-value.ts";

/** A column of rows that come from elsewhere than a text file. */
export interface LoadColumn {
  name: string;
  kind: ColumnKind;
}

const TYPES: Record<ColumnKind, () => DataType> = {
  text: () => new Utf8(),
  integer: () => new Int64(),
  number: () => new Float64(),
  date: () => new DateDay(),
  timestamp: () => new TimestampMillisecond(),
  boolean: () => new Bool(),
};

type Rows = readonly (readonly unknown[])[];

/** One column of a batch; `emptied` counts values that say something which is not of its kind. */
function columnData(rows: Rows, at: number, kind: ColumnKind): { data: Data; emptied: number } {
  const length = rows.length;
  const valid = new Uint8Array((length + 7) >> 3);
  let nullCount = 0;
  let emptied = 0;
  const each = (put: (row: number, value: never) => void): void => {
    rows.forEach((row, index) => {
      const raw = row[at];
      const value = plainValue(raw, kind);
      if (value === null) {
        nullCount++;
        if (raw !== null && raw !== undefined && raw !== "") emptied++;
        return;
      }
      valid[index >> 3] = (valid[index >> 3] ?? 0) | (1 << (index & 7));
      put(index, value as never);
    });
  };
  const data = kind === "text" ? texts(rows, at, each) : fixed(kind, length, each);
  const all = { type: TYPES[kind](), length, nullBitmap: valid, ...data };
  return { data: makeData({ ...all, nullCount } as never), emptied };
}

type Each = (put: (row: number, value: never) => void) => void;

function fixed(kind: ColumnKind, length: number, each: Each): object {
  if (kind === "boolean") {
    const bits = new Uint8Array((length + 7) >> 3);
    each((row, value: boolean) => {
      if (value) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
    });
    return { data: bits };
  }
  if (kind === "integer" || kind === "timestamp") {
    const longs = new BigInt64Array(length);
    each((row, value: bigint) => (longs[row] = value));
    return { data: longs };
  }
  const data = kind === "date" ? new Int32Array(length) : new Float64Array(length);
  each((row, value: number) => (data[row] = value));
  return { data };
}

function texts(rows: Rows, at: number, each: Each): object {
  const valueOffsets = new Int32Array(rows.length + 1);
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(Math.max(1_024, rows.length * 16));
  let end = 0;
  let next = 0;
  each((row, value: string) => {
    // Rows that are empty end where the one before them did.
    valueOffsets.fill(end, next, row + 1);
    next = row + 1;
    if (bytes.length < end + value.length * 3) {
      const grown = new Uint8Array((end + value.length * 3) * 2);
      grown.set(bytes.subarray(0, end));
      bytes = grown;
    }
    end += encoder.encodeInto(value, bytes.subarray(end)).written;
  });
  valueOffsets.fill(end, next);
  return { valueOffsets, data: bytes.subarray(0, end) };
}

/** A whole Arrow IPC stream of one batch, and how many cells had to be left empty because they are not of their column's kind. */
export function arrowStream(
  columns: readonly LoadColumn[],
  rows: Rows,
): { bytes: Uint8Array; emptied: number } {
  const fields = columns.map(({ name, kind }) => new Field(name, TYPES[kind](), true));
  const schema = new Schema(fields);
  let emptied = 0;
  const children = columns.map(({ kind }, at) => {
    const column = columnData(rows, at, kind);
    emptied += column.emptied;
    return column.data;
  });
  const data = makeData({
    type: new Struct(fields),
    length: rows.length,
    nullCount: 0,
    children,
  });
  const writer = RecordBatchStreamWriter.writeAll([new RecordBatch(schema, data as never)]);
  return { bytes: writer.toUint8Array(true), emptied };
}
