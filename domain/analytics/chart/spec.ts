import { z } from "#domain/analytics/page-zod.ts";
import { look } from "./look.ts";

const column = z.string().min(1);
const stack = z.enum(["none", "sum", "share"]).optional();

/** How a pivot's cells are made of the rows that fall into them. */
export const Aggregate = z.enum(["sum", "mean", "min", "max", "count"]);
export type Aggregate = z.infer<typeof Aggregate>;

/**
 * What a chart draws, by names of result columns. Declarative: it never holds code. Only what cannot be guessed is required, so
 * that specs which were stored before an option existed still hold; what is missing has the default of the drawing code.
 */
export const ChartSpec = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("line"),
    x: column,
    y: z.array(column).min(1).max(8),
    series: column.optional(),
    ...look,
  }),
  z.strictObject({
    type: z.literal("area"),
    x: column,
    y: z.array(column).min(1).max(8),
    series: column.optional(),
    /** "sum" unless told otherwise. */
    stack,
    ...look,
  }),
  z.strictObject({
    type: z.literal("bar"),
    category: column,
    value: column,
    /** Further measures of the same unit, beside the first; not with `series`. */
    also: z.array(column).min(1).max(7).optional(),
    series: column.optional(),
    /** "across": categories down the side, the default; "up": along the bottom. */
    direction: z.enum(["across", "up"]).optional(),
    /** "sum" unless told otherwise; "none" sets the bars side by side, as several measures are unless told otherwise. */
    stack,
    ...look,
  }),
  z.strictObject({ type: z.literal("pie"), category: column, value: column, ...look }),
  z.strictObject({
    type: z.literal("scatter"),
    x: column,
    y: column,
    series: column.optional(),
    ...look,
  }),
  z.strictObject({ type: z.literal("heat"), x: column, y: column, value: column, ...look }),
  z.strictObject({
    type: z.literal("histogram"),
    value: column,
    bins: z.int().min(2).max(60).optional(),
    ...look,
  }),
  z.strictObject({
    type: z.literal("box"),
    value: column,
    category: column.optional(),
    ...look,
  }),
  z.strictObject({
    type: z.literal("number"),
    value: column,
    /** The column, in order of which the row before the last is what the last is held against. */
    over: column.optional(),
    /** A column of the same row that the figure is held against. */
    before: column.optional(),
    /** Which way is the good one: of debts and delays, "lower"; "higher" unless told otherwise. */
    better: z.enum(["higher", "lower"]).optional(),
    ...look,
  }),
  z.strictObject({ type: z.literal("table"), totals: z.boolean().optional(), ...look }),
  z.strictObject({
    type: z.literal("pivot"),
    rows: z.array(column).min(1).max(3),
    columns: z.array(column).max(1),
    value: column,
    aggregate: Aggregate.optional(),
    /** False leaves subtotals and totals out: an average of averages is none. */
    totals: z.boolean().optional(),
    ...look,
  }),
]);
export type ChartSpec = z.infer<typeof ChartSpec>;
export type ChartKind = ChartSpec["type"];
export type SpecOf<K extends ChartKind> = Extract<ChartSpec, { type: K }>;

/** The result columns that a spec names; the chart can be drawn while all of them are there. */
export function columnsOfSpec(spec: ChartSpec): string[] {
  const parts: Partial<Record<string, unknown>> = spec;
  return [
    "x",
    "y",
    "series",
    "category",
    "value",
    "also",
    "over",
    "before",
    "rows",
    "columns",
  ].flatMap((field) => (parts[field] as string | string[] | undefined) ?? []);
}
