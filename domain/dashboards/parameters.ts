import { z } from "zod";
import { nameLine } from "#domain/line.ts";

/** What a period may be called by, instead of its two days. */
export const PRESETS = [
  "all",
  "this_month",
  "last_month",
  "this_quarter",
  "this_year",
  "last_year",
  "last_12_months",
] as const;

/** A period: by name, or from one day to another, both included; null is open. */
export const PeriodValue = z.union([
  z.strictObject({ preset: z.enum(PRESETS) }),
  z.strictObject({ from: z.iso.date().nullable(), to: z.iso.date().nullable() }),
]);
export type PeriodValue = z.infer<typeof PeriodValue>;

/** Numbers from one to another, both included; null is open. */
export const RangeValue = z
  .strictObject({ from: z.number().nullable(), to: z.number().nullable() })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    error: "from the lower to the higher",
  });
export type RangeValue = z.infer<typeof RangeValue>;

const shared = {
  /** How SQL calls it: `{{period.from}}`. */
  name: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/),
  label: nameLine(60),
};
const column = z.string().min(1).max(200);

/** One filter or choice above a dashboard. With a `column`, it narrows every table that has one of this name. */
export const Parameter = z.discriminatedUnion("kind", [
  z.strictObject({
    ...shared,
    kind: z.literal("period"),
    column: column.nullable(),
    initial: PeriodValue,
  }),
  z.strictObject({
    ...shared,
    kind: z.literal("category"),
    column,
    /** Chosen at first; none stands for all. */
    initial: z.array(z.string().max(500)).max(100),
  }),
  z.strictObject({ ...shared, kind: z.literal("range"), column, initial: RangeValue }),
  z.strictObject({
    ...shared,
    kind: z.literal("choice"),
    /** A column of the widgets' tables each, put into their SQL as `{{name}}`. */
    options: z
      .array(z.strictObject({ label: nameLine(60), column }))
      .min(1)
      .max(20),
    initial: column,
  }),
]);
export type Parameter = z.infer<typeof Parameter>;

/** All of a dashboard, each under a name of its own. */
export const Parameters = z
  .array(Parameter)
  .max(12)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, {
    error: "each name once",
  });
