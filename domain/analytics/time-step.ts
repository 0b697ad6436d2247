/** Spans of time that charts group by, as DuckDB names them. */
export const STEPS = ["year", "quarter", "month", "week", "day"] as const;
export type Step = (typeof STEPS)[number];

/** The instant (epoch ms, UTC) at which the span after the one that begins at `at` begins. */
export function afterStep(at: number, step: Step): number {
  const date = new Date(at);
  if (step === "day") date.setUTCDate(date.getUTCDate() + 1);
  else if (step === "week") date.setUTCDate(date.getUTCDate() + 7);
  else if (step === "month") date.setUTCMonth(date.getUTCMonth() + 1);
  else if (step === "quarter") date.setUTCMonth(date.getUTCMonth() + 3);
  else date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.getTime();
}

/** Whether a span begins at this instant (epoch ms, UTC); weeks begin on Monday, as `date_trunc` has it. */
export function beginsStep(at: number, step: Step): boolean {
  const date = new Date(at);
  if (Number.isNaN(date.getTime()) || at % 86_400_000 !== 0) return false;
  if (step === "day") return true;
  if (step === "week") return date.getUTCDay() === 1;
  if (date.getUTCDate() !== 1) return false;
  if (step === "month") return true;
  return step === "quarter" ? date.getUTCMonth() % 3 === 0 : date.getUTCMonth() === 0;
}
