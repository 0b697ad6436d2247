import { z } from "./page-zod.ts";
import { ColumnKind } from "./reading.ts";

/** Numbers stay numbers, dates are epoch milliseconds (UTC), text is text. */
const Bound = z.union([z.number(), z.string(), z.boolean(), z.null()]);

export const Bucket = z.strictObject({ from: z.number(), to: z.number(), count: z.int().min(0) });
export type Bucket = z.infer<typeof Bucket>;

export const TopValue = z.strictObject({ value: z.string(), count: z.int().min(0) });
export type TopValue = z.infer<typeof TopValue>;

/** What one column holds. `distinct` is exact unless `approximate`. */
export const ColumnProfile = z.strictObject({
  name: z.string(),
  kind: ColumnKind,
  count: z.int().min(0),
  nulls: z.int().min(0),
  distinct: z.int().min(0),
  approximate: z.boolean(),
  min: Bound,
  max: Bound,
  mean: z.number().nullable(),
  top: z.array(TopValue),
  histogram: z.array(Bucket),
});
export type ColumnProfile = z.infer<typeof ColumnProfile>;

export const isTime = (kind: ColumnKind): boolean => kind === "date" || kind === "timestamp";
export const isMeasure = (kind: ColumnKind): boolean => kind === "integer" || kind === "number";
/** True for what has an order and distances: it can be cut into spans. */
export const isContinuous = (kind: ColumnKind): boolean => isTime(kind) || isMeasure(kind);
