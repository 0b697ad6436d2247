import { z } from "#domain/analytics/page-zod.ts";

/** How figures are written. Missing parts are as the person's locale has them. */
export const FigureFormat = z.strictObject({
  style: z.enum(["plain", "percent", "currency"]).optional(),
  /** ISO 4217, with `style: "currency"`. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  decimals: z.int().min(0).max(6).optional(),
  /** Divides what is shown: thousands or millions, with their sign. */
  scale: z.enum(["none", "k", "M"]).optional(),
  /** Written after the figure: m², h, pièces. */
  unit: z.string().trim().max(20).optional(),
});
export type FigureFormat = z.infer<typeof FigureFormat>;

/** A value of an axis: a number, a category, or a day as YYYY-MM-DD. */
const Place = z.union([z.number(), z.string().max(200)]);

/** A line at a value or a date, or with `to` a band, and its words. */
export const Annotation = z.strictObject({
  axis: z.enum(["x", "y"]),
  at: Place,
  to: Place.optional(),
  label: z.string().trim().max(80),
});
export type Annotation = z.infer<typeof Annotation>;

export const Sort = z.enum(["value", "value-up", "name", "data"]);
export type Sort = z.infer<typeof Sort>;

/** What every chart may be told beside its columns. All of it may be missing: specs that were stored before it are whole. */
export const look = {
  xTitle: z.string().trim().max(80).optional(),
  yTitle: z.string().trim().max(80).optional(),
  format: FigureFormat.optional(),
  scale: z.enum(["linear", "log"]).optional(),
  /** Whether the axis of values begins at zero; bars and areas always do. */
  zero: z.boolean().optional(),
  /** Ends of the axis of values. */
  min: z.number().optional(),
  max: z.number().optional(),
  sort: Sort.optional(),
  /** "end": names at the end of lines; "top": above; "none": nowhere but in the table. */
  legend: z.enum(["end", "top", "none"]).optional(),
  annotations: z.array(Annotation).max(12).optional(),
  target: z.number().optional(),
  /** Series shown before the rest is added up. */
  most: z.int().min(2).max(8).optional(),
  /** Categories shown before the rest is added up. */
  top: z.int().min(2).max(60).optional(),
};

const Look = z.strictObject(look);
export type Look = z.infer<typeof Look>;

/** What a spec says beside its columns, to be kept when another kind draws them. */
export function lookOf(spec: Look): Look {
  const names = Object.keys(look) as (keyof Look)[];
  return Object.fromEntries(names.map((name) => [name, spec[name]]));
}
