import { z } from "zod";
import { ColumnKind } from "#domain/analytics/reading.ts";

const CatalogueColumn = z.strictObject({
  name: z.string(),
  kind: ColumnKind,
  /** As the database writes it, such as `numeric(12,2)`. */
  type: z.string(),
  nullable: z.boolean(),
});

/** A table or view that the role may read. */
export const CatalogueTable = z.strictObject({
  schema: z.string(),
  name: z.string(),
  view: z.boolean(),
  /** The server's own estimate; null where it has none. */
  rows: z.int().nonnegative().nullable(),
  columns: z.array(CatalogueColumn),
});
export type CatalogueTable = z.infer<typeof CatalogueTable>;

/** What a connection offers, as it was found at `readAt`. */
export const Catalogue = z.strictObject({
  /** Null: never read. */
  readAt: z.iso.datetime().nullable(),
  /** Schemas in which a table without one is looked for, in this order. */
  path: z.array(z.string()),
  tables: z.array(CatalogueTable),
  /** Tables beyond what is kept were left out. */
  cut: z.boolean(),
});
export type Catalogue = z.infer<typeof Catalogue>;
