import { parquetMetadataAsync, parquetRead, parquetSchema, type SchemaTree } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import type { Declared } from "#domain/analytics/sniff/declared.ts";
import { NotConverted, type Converted } from "./converted.ts";
import { makeText } from "./made-text.ts";

/** Rows that are held as values at a time. */
const ROWS = 50_000;

const INTEGERS = /^U?INT_/;

/** What the schema says of a column; lists and nested objects are text. */
function declaredBy({ element, children }: SchemaTree): Declared {
  const { type, converted_type: converted, logical_type: logical, repetition_type: many } = element;
  if (children.length > 0 || many === "REPEATED") return "text";
  if (type === "BOOLEAN") return "boolean";
  if (converted === "DATE" || logical?.type === "DATE") return "date";
  if (converted?.startsWith("TIMESTAMP") || logical?.type === "TIMESTAMP" || type === "INT96")
    return "timestamp";
  if (converted?.startsWith("TIME_") || logical?.type === "TIME") return "text";
  if (converted === "DECIMAL" || logical?.type === "DECIMAL") return "number";
  if (type === "FLOAT" || type === "DOUBLE" || logical?.type === "FLOAT16") return "number";
  if (type === "INT32" || type === "INT64")
    return converted === undefined || INTEGERS.test(converted) ? "integer" : "text";
  return "string";
}

/** Units of a time of day in one second. */
const unitsPerSecond = ({ element }: SchemaTree): number | undefined => {
  const { converted_type: converted, logical_type: logical } = element;
  if (converted === "TIME_MILLIS") return 1_000;
  if (converted === "TIME_MICROS") return 1_000_000;
  if (logical?.type !== "TIME") return undefined;
  return { MILLIS: 1_000, MICROS: 1_000_000, NANOS: 1_000_000_000 }[logical.unit];
};

function clock(value: number, units: number): string {
  const seconds = Math.floor(value / units);
  return [seconds / 3_600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, "0"))
    .join(":");
}

type Scalar = string | number | bigint | boolean;

function cellText(
  value: Scalar | object | null | undefined,
  declared: Declared,
  units: number | undefined,
): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return "";
    const iso = value.toISOString();
    return declared === "date"
      ? iso.slice(0, iso.indexOf("T"))
      : iso.replace("T", " ").replace("Z", "");
  }
  if (units !== undefined) return clock(Number(value), units);
  if (typeof value === "number" && Number.isNaN(value)) return "";
  if (value instanceof Uint8Array)
    return [...value].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (typeof value !== "object") return String(value);
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "bigint" ? Number(inner) : inner,
  );
}

/** A Parquet file as text, some thousand rows at a time; its own types are kept. Throws NotConverted. */
export async function readParquet(file: Blob): Promise<Converted> {
  const source = {
    byteLength: file.size,
    slice: (from: number, to?: number) => file.slice(from, to).arrayBuffer(),
  };
  try {
    const metadata = await parquetMetadataAsync(source);
    const columns = parquetSchema(metadata).children;
    const declared = columns.map(declaredBy);
    const units = columns.map(unitsPerSecond);
    const rows = Number(metadata.num_rows);
    const text = makeText();
    text.row(columns.map(({ element }) => element.name));
    for (let from = 0; from < rows; from += ROWS) {
      await parquetRead({
        file: source,
        metadata,
        compressors,
        rowStart: from,
        rowEnd: Math.min(rows, from + ROWS),
        onComplete(read: Scalar[][]) {
          for (const row of read)
            text.row(declared.map((kind, at) => cellText(row[at], kind, units[at])));
        },
      });
    }
    return { text: text.blob(), source: { format: "parquet", part: "", parts: [] }, declared };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new NotConverted(/encrypt/i.test(message) ? "locked" : "damaged", message, {
      cause: error,
    });
  }
}
