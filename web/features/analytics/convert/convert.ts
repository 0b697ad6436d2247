import type { Source } from "#domain/analytics/reading.ts";
import { NotConverted, type Converted } from "./converted.ts";

const MB = 1024 ** 2;
/** Largest files that fit into memory while they are read; Parquet is read in slices. */
export const LARGEST: Readonly<Record<Source["format"], number>> = {
  workbook: 150 * MB,
  json: 400 * MB,
  parquet: 2048 * MB,
};

/** Turns a file that is no text into one. Each reader is loaded when a file asks for it. Throws NotConverted. */
export async function convert(
  file: Blob,
  format: Source["format"],
  part?: string,
): Promise<Converted> {
  if (file.size > LARGEST[format]) throw new NotConverted("too-large");
  switch (format) {
    case "workbook": {
      const { readWorkbook } = await import("./workbook.ts");
      return readWorkbook(new Uint8Array(await file.arrayBuffer()), part);
    }
    case "json": {
      const { readJson } = await import("./json.ts");
      return readJson(await file.text(), part);
    }
    case "parquet": {
      const { readParquet } = await import("./parquet.ts");
      return readParquet(file);
    }
    default:
      return format satisfies never;
  }
}
