import type { ChartSpec } from "#domain/analytics/chart/spec.ts";

/** Whether a spec is drawn, rather than written as a figure or a table. */
export const isPicture = (spec: ChartSpec | null): spec is ChartSpec =>
  spec !== null && !["number", "pivot", "table"].includes(spec.type);
