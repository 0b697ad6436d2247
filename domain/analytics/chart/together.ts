import { isMeasure } from "#domain/analytics/profile.ts";
import type { ResultShape, ShapeColumn } from "./shape.ts";
import { columnsOfSpec, type ChartSpec } from "./spec.ts";

/** Further apart than this, the smaller of two measures is a line along the bottom. */
const FAR = 50;
const COUNTS =
  /^(?:nb|nbr|nombre|nb_.*|n|count|number|qt[eé]s?|quantit.*|volume.*|effectif.*)(?![\p{L}\p{N}])|^(?:nb|nombre|count|qt[eé])_/iu;
const SHARES =
  /%|(?:^|[^\p{L}])(?:taux|part|pct|pourcent\p{L}*|percent\p{L}*|ratio|rate|share)(?![\p{L}])/iu;

type Nature = "count" | "share" | "amount";
/** What a measure is by its name: a result says nothing else of its unit. */
const natureOf = (name: string): Nature =>
  SHARES.test(name) ? "share" : COUNTS.test(name) ? "count" : "amount";

/** Whether one axis can carry both: of one nature by their kind and names (counts are whole), and of sizes that are read beside each other. */
function alike(a: ShapeColumn, b: ShapeColumn): boolean {
  if (a.kind !== b.kind || natureOf(a.name) !== natureOf(b.name)) return false;
  const [one, other] = [a, b].map(({ min, max }) =>
    Math.max(Math.abs(min ?? 0), Math.abs(max ?? 0)),
  );
  if (!one || !other) return true;
  return Math.max(one, other) <= FAR * Math.min(one, other);
}

/** The first measure, and those after it that are drawn beside it on the same axis. */
export function together(measures: readonly ShapeColumn[], most: number): string[] {
  const [first] = measures;
  if (first === undefined) return [];
  return measures
    .filter((one) => one === first || alike(first, one))
    .slice(0, most)
    .map(({ name }) => name);
}

/** The measures of a result that a chart does not draw, to be named beside it; none where a kind shows one by its nature. */
export function undrawn(spec: ChartSpec | null, { columns }: ResultShape): string[] {
  if (spec === null || !["line", "area", "bar", "pie", "heat"].includes(spec.type)) return [];
  const drawn = new Set(columnsOfSpec(spec));
  return columns
    .filter(({ name, kind }) => isMeasure(kind) && !drawn.has(name))
    .map(({ name }) => name);
}

/** The same chart of another measure instead. */
export function drawing(spec: ChartSpec, measure: string): ChartSpec {
  if (spec.type === "line" || spec.type === "area") return { ...spec, y: [measure] };
  if (spec.type === "bar") {
    const { also: _, ...rest } = spec;
    return { ...rest, value: measure };
  }
  return "value" in spec ? { ...spec, value: measure } : spec;
}
