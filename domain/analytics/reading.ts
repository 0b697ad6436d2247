import { z } from "./page-zod.ts";
import { Step } from "./steps/step.ts";

/** How the bytes of a file become text. Windows-1252 stands for Latin-1 as well, as browsers do. */
export const Encoding = z.enum(["utf-8", "windows-1252", "utf-16le", "utf-16be"]);
export type Encoding = z.infer<typeof Encoding>;

/** `comma`: 1 234,56 or 1.234,56; `point`: 1,234.56. */
export const NumberStyle = z.enum(["comma", "point"]);
export type NumberStyle = z.infer<typeof NumberStyle>;

/** Order of day and month where a date does not tell. */
export const DateOrder = z.enum(["dmy", "mdy"]);
export type DateOrder = z.infer<typeof DateOrder>;

export const ColumnKind = z.enum(["text", "integer", "number", "date", "timestamp", "boolean"]);
export type ColumnKind = z.infer<typeof ColumnKind>;

/** The sign that a column's numbers were written with. Percentages are numbers of hundredths: 20 is 20 %. */
export const ColumnUnit = z.enum(["€", "$", "£", "%"]);
export type ColumnUnit = z.infer<typeof ColumnUnit>;

/** What is read of one column. `source` is the head as the file has it, `name` the one in SQL. */
export const ColumnReading = z.strictObject({
  name: z.string().min(1),
  source: z.string(),
  kind: ColumnKind,
  /** A strptime format, for dates and instants only. */
  format: z.string().optional(),
  style: NumberStyle.optional(),
  unit: ColumnUnit.optional(),
  /** True when cells need cleaning (units, spaces, odd minus signs) that the plain reader cannot do. */
  cleaned: z.boolean(),
  skipped: z.boolean(),
});
export type ColumnReading = z.infer<typeof ColumnReading>;

/**
 * A file that is no text: it is turned into one (UTF-8, commas) each time it is read. `part` is the sheet of a workbook or the path of a
 * list in a JSON document, among `parts`.
 */
export const Source = z.strictObject({
  format: z.enum(["workbook", "json", "parquet"]),
  part: z.string(),
  parts: z.array(z.string()),
});
export type Source = z.infer<typeof Source>;

/** Everything that decides how a file becomes a table; stored with the data set and replayed on each open. */
export const Reading = z.strictObject({
  encoding: Encoding,
  delimiter: z.string().length(1),
  /** Physical lines before the header line (titles, `sep=;`). */
  titleLines: z.int().min(0),
  header: z.boolean(),
  numbers: NumberStyle,
  dates: DateOrder,
  /** Words read as empty. */
  nullWords: z.array(z.string()),
  /** Label of a last row of totals, or null; it is left out when `totals` is "exclude". */
  totalLabel: z.string().nullable(),
  totals: z.enum(["exclude", "keep"]),
  shortRows: z.enum(["reject", "fill"]),
  badCells: z.enum(["reject", "empty"]),
  /** "none" reads quotes as any other character; absent, they hold a cell together. */
  quotes: z.enum(["none"]).optional(),
  /** Tolerates mixed line ends and stray quotes. */
  lenient: z.boolean(),
  /** Longest line accepted, in bytes. */
  maxLineBytes: z.int().positive(),
  columns: z.array(ColumnReading).min(1),
  /** What the file is when it is no text. */
  source: Source.optional(),
  /** What is done to the table once it is read, in order. */
  steps: z.array(Step).optional(),
});
export type Reading = z.infer<typeof Reading>;

export const DECISIONS = [
  "delimiter",
  "numbers",
  "dates",
  "encoding",
  "header",
  "totals",
  "empties",
] as const;
export type Decision = (typeof DECISIONS)[number];

/** Why a decision was taken; the page says it in words. Shares are between 0 and 1. */
export type Evidence =
  | { code: "delimiter.consistent"; columns: number; share: number; sure: boolean }
  | { code: "delimiter.declared"; columns: number; sure: true }
  | { code: "delimiter.single"; sure: boolean }
  | { code: "delimiter.prose"; sure: false }
  | { code: "delimiter.uncut"; columns: number; lines: number; sure: false }
  | { code: "numbers.seen"; sample: string; sure: true }
  | { code: "numbers.ambiguous"; sample: string; sure: false }
  | { code: "numbers.mixed"; sample: string; sure: false }
  | { code: "numbers.among"; sample: string; sure: false }
  | { code: "numbers.unread"; lines: number; sure: false }
  | { code: "numbers.none"; sure: true }
  | { code: "dates.proved"; sample: string; sure: true }
  | { code: "dates.regional"; sample: string; sure: true }
  | { code: "dates.mixed"; sample: string; sure: false }
  | { code: "dates.ambiguous"; sample: string; sure: false }
  | { code: "dates.among"; sample: string; sure: false }
  | { code: "dates.unread"; lines: number; sure: false }
  | { code: "dates.iso"; sure: true }
  | { code: "dates.none"; sure: true }
  | { code: "encoding.bom"; sure: true }
  | { code: "encoding.valid"; sure: true }
  | { code: "encoding.ascii"; sure: true }
  | { code: "encoding.guessed"; sure: boolean }
  | { code: "header.titles"; lines: number; sure: boolean }
  | { code: "header.types"; sure: boolean }
  | { code: "header.double"; sure: false }
  | { code: "header.looks"; sure: false }
  | { code: "header.missing"; sure: boolean }
  | { code: "totals.found"; label: string; sure: true }
  | { code: "totals.none"; sure: true }
  | { code: "empties.words"; words: string[]; sure: boolean }
  | { code: "empties.none"; sure: true };

export type Evidences = Record<Decision, Evidence>;

/** A reading with the reasons for it. */
export interface Sniffed {
  reading: Reading;
  evidence: Evidences;
  /** Physical lines on which the first records below the head begin. */
  lines: readonly number[];
}
