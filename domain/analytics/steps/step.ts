import { namesIt } from "#domain/analytics/builder/formula.ts";
import { z } from "#domain/analytics/page-zod.ts";

const Name = z.string().trim().min(1).max(200);

/** The kinds of a column that a step can make; the same words as of a reading. */
const Kind = z.enum(["text", "integer", "number", "date", "timestamp", "boolean"]);

/**
 * One thing that is done to a table after it was read, in the order of a list. Columns are named as they are called at that point; a
 * `column` of null means all texts (trim), any text (totals) or the whole row.
 */
export const Step = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("trim"), column: Name.nullable() }),
  z.strictObject({ do: z.literal("case"), column: Name, to: z.enum(["upper", "lower"]) }),
  z.strictObject({
    do: z.literal("replace"),
    column: Name,
    from: z.string().min(1),
    to: z.string(),
    /** Only cells that are just that; else wherever it stands in a cell. */
    whole: z.boolean(),
  }),
  z.strictObject({
    do: z.literal("split"),
    column: Name,
    separator: z.string().min(1),
    into: z.array(Name).min(2).max(8),
  }),
  /** Spellings of a text that differ in case, accents or blanks become the most frequent one. */
  z.strictObject({ do: z.literal("merge"), column: Name }),
  z.strictObject({ do: z.literal("fill"), column: Name }),
  z.strictObject({
    do: z.literal("drop"),
    what: z.enum(["totals", "empties", "duplicates"]),
    column: Name.nullable(),
  }),
  z.strictObject({ do: z.literal("rename"), column: Name, to: Name }),
  z.strictObject({ do: z.literal("type"), column: Name, kind: Kind }),
  z.strictObject({ do: z.literal("compute"), name: Name, expression: z.string().trim().min(1) }),
]);
export type Step = z.infer<typeof Step>;

/** Whether a step speaks of a column: it changes it, reads it or made it. */
export function speaksOf(step: Step, name: string): boolean {
  if (step.do === "compute") return step.name === name || namesIt(step.expression, name);
  if (step.do === "rename" && step.to === name) return true;
  if (step.do === "split" && step.into.includes(name)) return true;
  return step.column === name;
}

/** A list with one entry moved one place up (-1) or down (1). */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by;
  const one = list[at];
  const other = list[to];
  if (one === undefined || other === undefined) return [...list];
  return list.map((entry, index) => (index === at ? other : index === to ? one : entry));
}
