import { z } from "#domain/analytics/page-zod.ts";
import { ChartHint } from "./chart-hint.ts";

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
