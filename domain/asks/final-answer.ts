import { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { z } from "#domain/analytics/page-zod.ts";

const line = (most: number) => z.string().trim().min(1).max(most);

/** What was taken for granted, such as « CA » = « montant HT »: a chip that the person can change. */
export const Assumption = z.strictObject({
  kind: z.enum(["measure", "period", "filter", "grouping", "other"]),
  label: line(60),
  value: line(160),
  alternatives: z.array(line(160)).max(6),
});
export type Assumption = z.infer<typeof Assumption>;

export const Confidence = z.enum(["low", "medium", "high"]);
export type Confidence = z.infer<typeof Confidence>;

/** What a chart draws, as the model says it: names of result columns by their part in it. */
const ChartHint = z.strictObject({
  type: z.enum(["line", "bar", "scatter", "histogram", "number"]),
  x: z.string().max(200).nullable(),
  y: z.array(z.string().max(200)).max(8),
  series: z.string().max(200).nullable(),
});
type ChartHint = z.infer<typeof ChartHint>;

/** The end of a question. With `abstained`, `answer` says why the data can't tell and `sql` is null. */
export const FinalAnswer = z.strictObject({
  sql: z.string().max(20_000).nullable(),
  title: line(120),
  /** Figures stand in it as `{{row.column}}`, filled from what the engine computed. */
  answer: line(2000),
  unit: z.string().max(40),
  chart: ChartHint.nullable(),
  assumptions: z.array(Assumption).max(8),
  confidence: Confidence,
  followUps: z.array(line(160)).max(4),
  abstained: z.boolean(),
});
export type FinalAnswer = z.infer<typeof FinalAnswer>;

/** The chart of a hint when all its columns are in the result and fit; null otherwise, and the shape decides. */
export function chartOf(hint: ChartHint | null, columns: readonly string[]): ChartSpec | null {
  if (hint === null) return null;
  const named = [hint.x, ...hint.y, hint.series].filter((name) => name !== null);
  if (named.some((name) => !columns.includes(name))) return null;
  const read = ChartSpec.safeParse(specOf(hint));
  return read.success ? read.data : null;
}

function specOf({ type, x, y, series }: ChartHint): unknown {
  const split = series === null ? {} : { series };
  switch (type) {
    case "line":
      return { type, x, y, ...split };
    case "bar":
      return { type, category: x, value: y[0], ...split };
    case "scatter":
      return { type, x, y: y[0], ...split };
    case "histogram":
    case "number":
      return { type, value: y[0] ?? x };
    default:
      return type satisfies never;
  }
}
