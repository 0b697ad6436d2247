import { z } from "./page-zod.ts";
import type { FigureFormat } from "./chart/look.ts";
import { ColumnKind, ColumnUnit, type Reading } from "./reading.ts";

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
  /** The sign that its numbers were written with in the file. */
  unit: ColumnUnit.optional(),
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

/** Profiles with the units that the file's reading found: a column keeps its own as long as it keeps its name and holds numbers. */
export function withUnits(
  profiles: readonly ColumnProfile[],
  { columns }: Pick<Reading, "columns">,
): ColumnProfile[] {
  const units = new Map(columns.map(({ name, unit }) => [name, unit]));
  return profiles.map((profile) => {
    const unit = isMeasure(profile.kind) ? units.get(profile.name) : undefined;
    return unit === undefined ? profile : { ...profile, unit };
  });
}

/** ISO 4217 codes of the signs that are amounts. */
export const CURRENCIES: Readonly<Partial<Record<ColumnUnit, string>>> = {
  "€": "EUR",
  $: "USD",
  "£": "GBP",
};

/** How a chart writes figures of a unit; undefined where there is nothing to say. */
export function formatOfUnit(unit: ColumnUnit | undefined): FigureFormat | undefined {
  if (unit === undefined) return undefined;
  const currency = CURRENCIES[unit];
  return currency === undefined ? { unit } : { style: "currency", currency };
}
