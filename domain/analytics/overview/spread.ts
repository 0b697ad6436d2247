import type { ColumnProfile } from "#domain/analytics/profile.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { OverviewNames, OverviewPart } from "./plan.ts";

const STEPS = 20;

/** A step that people count in (1, 2, 5 × a power of ten), so that `span` takes about twenty. */
export function roundStep(span: number): number {
  const raw = span / STEPS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
}

/** How the values of a column spread: a count for each step of equal width. Null when all are the same. */
export function spreadQuery(
  table: string,
  column: ColumnProfile,
  names: OverviewNames,
): OverviewPart | null {
  const span = Number(column.max) - Number(column.min);
  if (!Number.isFinite(span) || span <= 0) return null;
  const rounded = roundStep(span);
  const width = column.kind === "integer" ? Math.max(1, Math.round(rounded)) : rounded;
  const name = quoteIdentifier(column.name);
  // Steps under one are multiplied by their inverse: 0.1 has no exact form, 10 has.
  const at =
    width < 1
      ? `floor(${name} * ${Math.round(1 / width)}) / ${Math.round(1 / width)}`
      : `floor(${name} / ${width}) * ${width}`;
  return {
    kind: "spread",
    id: `spread.${column.name}`,
    column: column.name,
    width,
    sql: `SELECT ${at} AS ${quoteIdentifier(names.from)},\n       count(*) AS ${quoteIdentifier(names.count)}\nFROM ${quoteIdentifier(table)}\nWHERE ${name} IS NOT NULL\nGROUP BY 1\nORDER BY 1`,
    chart: {
      type: "bar",
      category: names.from,
      value: names.count,
      direction: "up",
      sort: "data",
    },
  };
}
