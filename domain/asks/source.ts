import { ColumnKind } from "#domain/analytics/reading.ts";
import { z } from "#domain/analytics/page-zod.ts";

/** Fewer rows than this stand behind no value that is sent: a smaller group could be one person. */
export const SMALLEST_GROUP = 5;
/** So many rows of a result are sent at most, aggregated or with consent. */
export const MOST_SENT_ROWS = 20;

const count = z.int().min(0);
const Bound = z.union([z.number(), z.null()]);

/** What is told of a column: its name and profile, never a value that fewer than five rows hold. */
export const AskColumn = z.strictObject({
  name: z.string().min(1).max(200),
  kind: ColumnKind,
  nulls: count,
  distinct: count,
  approximate: z.boolean(),
  /** Of numbers and, as epoch milliseconds (UTC), of dates. */
  min: Bound,
  max: Bound,
  top: z
    .array(z.strictObject({ value: z.string().max(120), count: count.min(SMALLEST_GROUP) }))
    .max(10),
  /** Forms of text, such as `AA-9999`, where values themselves are too rare to be told. */
  shapes: z.array(z.string().max(40)).max(3),
});
export type AskColumn = z.infer<typeof AskColumn>;

/** A table that can be asked about, as the page has it. Its rows are not in it. */
export const AskSource = z.strictObject({
  /** Name in SQL. */
  table: z.string().min(1).max(120),
  /** What people call it, such as the file's name. */
  name: z.string().min(1).max(200),
  origin: z.enum(["device", "shared", "organization", "connection"]),
  rows: count,
  columns: z.array(AskColumn).min(1).max(300),
});
export type AskSource = z.infer<typeof AskSource>;
