import type { FigureFormat } from "#domain/analytics/chart/look.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";

const CURRENCIES: Readonly<Record<string, string>> = {
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  $: "USD",
  usd: "USD",
  "£": "GBP",
  gbp: "GBP",
};
/** With or without tax is still money; by the hour or in thousands is not. */
const TAX = /\s*\b(?:HT|TTC|hors taxes?|toutes taxes|(?:excl|incl)\.?(?:uding)? (?:VAT|tax))\.?$/iu;
const LONGEST = 20;

/** How figures of a unit that the model names are written; null where it names none, or one too long to stand beside a figure. */
export function unitFormat(unit: string): FigureFormat | null {
  const named = unit.trim();
  if (named === "" || named.length > LONGEST) return null;
  const currency = CURRENCIES[named.replace(TAX, "").toLowerCase()];
  return currency === undefined ? { unit: named } : { style: "currency", currency };
}

/** Charts whose figures are all of one measure: a table or a scatter has several, in units of their own. */
const ONE_MEASURE = new Set<ChartSpec["type"]>([
  "line",
  "area",
  "bar",
  "pie",
  "heat",
  "number",
  "pivot",
]);

/** A chart with its figures in the answer's unit. */
export function withUnit(chart: ChartSpec | null, unit: string): ChartSpec | null {
  const format = unitFormat(unit);
  if (chart === null || format === null || !ONE_MEASURE.has(chart.type)) return chart;
  return { ...chart, format: chart.format ?? format };
}
