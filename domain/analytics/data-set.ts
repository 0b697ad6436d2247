import { z } from "./page-zod.ts";
import { ColumnProfile } from "./profile.ts";
import { Reading } from "./reading.ts";

/** Another file whose rows stand below those of the first. */
export const Part = z.strictObject({
  fileName: z.string(),
  size: z.int().min(0),
  reading: Reading,
  /** Under which it is kept on the device. */
  file: z.string(),
});
export type Part = z.infer<typeof Part>;

/**
 * A file that a person keeps on their device, with how it is read. The file itself lies beside it, byte for byte as it was
 * dropped, and is read again on each visit.
 */
export const DataSet = z.strictObject({
  id: z.string().regex(/^ds_[a-z0-9]{12}$/),
  /** Name in SQL. */
  table: z.string().min(1),
  fileName: z.string(),
  /** What it was called before it was replaced or renamed. */
  names: z.array(z.string()).optional(),
  /** Bytes. */
  size: z.int().min(0),
  rows: z.int().min(0),
  rejected: z.int().min(0),
  /** Milliseconds that the last reading took. */
  ms: z.number().min(0),
  /** Epoch milliseconds. */
  addedAt: z.number(),
  reading: Reading,
  /** Under which the file is kept, after it was replaced; the id till then. */
  file: z.string().optional(),
  /** Files that were added; the steps of `reading` are done to all rows together. */
  more: z.array(Part).optional(),
  /** Name of the column that tells which file a row comes from. */
  origin: z.string().optional(),
  profiles: z.array(ColumnProfile),
  /** The last SQL that the person ran, so that a visit goes on where the last one ended. */
  sql: z.string().nullable(),
});
export type DataSet = z.infer<typeof DataSet>;

/** The files of a data set, the first one among them. */
export const partsOf = ({ id, fileName, size, reading, file, more = [] }: DataSet): Part[] => [
  { fileName, size, reading, file: file ?? id },
  ...more,
];

/** Bytes of all its files. */
export const bytesOf = (dataSet: DataSet): number =>
  partsOf(dataSet).reduce((sum, { size }) => sum + size, 0);

/** Former names that are remembered. */
const MOST_NAMES = 20;

/** The same under another name; by those that it had, the sources that were made of it still find it. */
export function renamed(dataSet: DataSet, fileName: string): DataSet {
  const names = [...new Set([dataSet.fileName, ...(dataSet.names ?? [])])];
  return {
    ...dataSet,
    fileName,
    names: names.filter((name) => name !== fileName).slice(0, MOST_NAMES),
  };
}

const ALPHABET = "abcdefghjkmnpqrstuvwxyz023456789";

/** A new id. These never leave the device, so they need no time order. */
export function newDataSetId(random: Uint8Array): string {
  return `ds_${[...random.subarray(0, 12)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("")}`;
}
