import { z } from "zod";
import { ColumnKind } from "#domain/analytics/reading.ts";
import { linesOf } from "#domain/boards/lines.ts";
import { idSchema } from "#domain/ids.ts";
import { line, nameLine } from "#domain/line.ts";
import { namesOne, recordOf } from "#domain/record.ts";

export const SourceId = idSchema("src");

/** A name of a column or table, letter by letter as a file or a database has it. */
const exact = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cs}\0]*$/u);

/** What a table holds under one name; `description` is what people say of it. */
const SourceColumn = z.strictObject({
  name: exact,
  kind: ColumnKind,
  description: line(500).optional(),
});
export type SourceColumn = z.infer<typeof SourceColumn>;

/** The most bytes of a file that is shared, of one part of it on its way, and letters of how it is read. */
export const SHARE_LIMITS = {
  bytes: 100_000_000,
  partBytes: 720 * 1024,
  readingLetters: 500_000,
} as const;

/** What a shared file is. */
export const SharedFormat = z.enum(["text", "workbook", "json", "parquet"]);

/** Where the organization's own data of one kind is read. */
const OwnData = z.enum(["clients", "tasks", "notes"]);

/** Which content of which file of a device was given away, as that device calls it: its next content is told from it. */
export const OriginalName = z
  .string()
  .max(5_000)
  .regex(/^[\w. -]+$/);

const device = {
  kind: z.literal("device"),
  /** As it was called when it was added: the file is found again by this name and its columns. */
  details: z.strictObject({ fileName: nameLine(300) }),
};
const shared = {
  kind: z.literal("shared"),
  details: z.strictObject({
    fileName: nameLine(300),
    bytes: z.int().positive(),
    format: SharedFormat,
    /** Names the bytes: another one, should the file be shared anew. */
    file: idSchema("fil"),
    /** Names how they are read, once that was changed after the file was shared. */
    revision: idSchema("fil").optional(),
    original: OriginalName.optional(),
  }),
};
const organization = {
  kind: z.literal("organization"),
  details: z.strictObject({ name: OwnData }),
};
const connection = {
  kind: z.literal("connection"),
  details: z.union([
    z.strictObject({ connectionId: idSchema("cnx"), schema: exact, table: exact }),
    z.strictObject({ connectionId: idSchema("cnx"), sql: linesOf(20_000).min(1) }),
  ]),
};

export const sourceFields = {
  title: nameLine(300),
  /** Its name in SQL, unlike every other in its workspace. */
  table: z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/),
  columns: z
    .array(SourceColumn)
    .max(1_000)
    .refine((columns) => new Set(columns.map(({ name }) => name)).size === columns.length, {
      error: "each name once",
    }),
  /** How many rows it held when it was last looked at; null while nobody knows. */
  rows: z.int().min(0).nullable(),
};

const input = {
  ...sourceFields,
  workspaceId: idSchema("wsp"),
  columns: sourceFields.columns.default([]),
  rows: sourceFields.rows.default(null),
};

/** A new data source. One of the kind `shared` is made by sharing a file of this device. */
export const SourceInput = z.discriminatedUnion("kind", [
  z.strictObject({ ...input, ...device }),
  z.strictObject({ ...input, ...organization }),
  z.strictObject({ ...input, ...connection }),
]);
export type SourceInput = z.output<typeof SourceInput>;

export const SourceChanges = z
  .strictObject(sourceFields)
  .partial()
  .refine(...namesOne);

const record = {
  ...sourceFields,
  /** As it was written: by whatever rules held then. */
  title: z.string(),
  workspaceId: idSchema("wsp"),
  ...recordOf("src"),
};

const can = z.strictObject({ write: z.boolean(), share: z.boolean() });
const view = { ...record, can };

/** A data source as one reader sees it; `details` follow its kind. */
export const SourceView = z
  .discriminatedUnion("kind", [
    z.strictObject({ ...view, ...device }),
    z.strictObject({ ...view, ...shared }),
    z.strictObject({ ...view, ...organization }),
    z.strictObject({ ...view, ...connection }),
  ])
  .meta({ id: "DataSource" });
export type SourceView = z.infer<typeof SourceView>;

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A data source as it is stored. */
export type SourceRecord = Without<SourceView, "can">;
