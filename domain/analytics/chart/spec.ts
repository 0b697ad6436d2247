import { z } from "#domain/analytics/page-zod.ts";

const column = z.string().min(1);

/** What a chart draws, by names of result columns. Declarative: it never holds code. */
export const ChartSpec = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("line"),
    x: column,
    y: z.array(column).min(1).max(8),
    series: column.optional(),
  }),
  z.strictObject({
    type: z.literal("bar"),
    category: column,
    value: column,
    series: column.optional(),
  }),
  z.strictObject({ type: z.literal("scatter"), x: column, y: column, series: column.optional() }),
  z.strictObject({ type: z.literal("histogram"), value: column }),
  z.strictObject({ type: z.literal("number"), value: column }),
]);
export type ChartSpec = z.infer<typeof ChartSpec>;
