import { z } from "#domain/analytics/page-zod.ts";
import { linesOf } from "#domain/boards/lines.ts";
import { idSchema } from "#domain/ids.ts";
import { line, nameLine } from "#domain/line.ts";
import { recordOf } from "#domain/record.ts";

export const SemanticId = idSchema("sml");

/** A name of SQL in the workspace: of a table, a measure, a dimension. */
const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
/** An expression of SQL over one table, such as `sum(montant_ht)`. */
const expression = linesOf(2_000).min(1);
/** What people call it, in both languages; English may be left empty. */
const label = z.strictObject({ fr: nameLine(120), en: line(120) });
const words = z.array(nameLine(120)).max(30);
const synonyms = z.strictObject({ fr: words, en: words });
const description = line(500);

/** How figures of a measure are written. `currency` is euros, `percent` takes 0.25 for 25 %. */
export const MeasureFormat = z.enum(["number", "integer", "currency", "percent", "duration"]);

export const Measure = z.strictObject({
  name,
  label,
  sql: expression,
  /** The table that the expression reads. */
  source: name,
  format: MeasureFormat,
  description,
  synonyms,
});
export type Measure = z.infer<typeof Measure>;

export const Dimension = z.strictObject({
  name,
  label,
  sql: expression,
  source: name,
  description,
  synonyms,
});

export type Dimension = z.infer<typeof Dimension>;

/** How rows of two tables belong together. `on` is a condition that names columns as `table.column`. */
export const Join = z.strictObject({
  from: name,
  to: name,
  on: expression,
  kind: z.enum(["one-to-one", "many-to-one", "one-to-many", "many-to-many"]),
});

/** A condition that holds unless somebody asks otherwise, such as `statut <> 'annulée'`. */
export const DefaultFilter = z.strictObject({
  source: name,
  sql: expression,
  label: nameLine(200),
});

/** A word of the firm and what it means. */
export const Term = z.strictObject({
  term: nameLine(120),
  synonyms: words,
  meaning: linesOf(1_000).min(1),
});

/** What the firm means by its figures: one document for each workspace. */
export const SemanticDocument = z
  .strictObject({
    measures: z.array(Measure).max(200),
    dimensions: z.array(Dimension).max(200),
    joins: z.array(Join).max(100),
    filters: z.array(DefaultFilter).max(50),
    glossary: z.array(Term).max(200),
  })
  .refine((document) => JSON.stringify(document).length <= 100_000, { error: "too long" });
export type SemanticDocument = z.infer<typeof SemanticDocument>;

/** A new model of a workspace. */
export const SemanticInput = z.strictObject({
  workspaceId: idSchema("wsp"),
  document: SemanticDocument,
});
export type SemanticInput = z.output<typeof SemanticInput>;

/** A model of a workspace as it is stored; each change makes a version that stays. */
const SemanticRecord = z.strictObject({ ...SemanticInput.shape, ...recordOf("sml") });
export type SemanticRecord = z.infer<typeof SemanticRecord>;

/** The same as one reader sees it. */
export const SemanticView = SemanticRecord.extend({
  can: z.strictObject({ write: z.boolean() }),
}).meta({ id: "SemanticLayer" });
export type SemanticView = z.infer<typeof SemanticView>;
