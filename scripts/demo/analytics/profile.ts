import { isMeasure, isTime, type ColumnProfile } from "#domain/analytics/profile.ts";
import { toBuckets } from "#domain/analytics/sql/profile.ts";
import type { Cell, DemoTable } from "./table.ts";

/** Most frequent first; as many as the page's own profile shows. */
const MOST_TOP = 8;
const STEPS = 12;

function topOf(texts: readonly string[]): ColumnProfile["top"] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_TOP);
}

function histogramOf(values: readonly number[], low: number, high: number) {
  if (!(high > low)) return [];
  const width = (high - low) / STEPS;
  const counts = Array.from({ length: STEPS }, (_, step) => ({ step, n: 0 }));
  for (const value of values) {
    const counted = counts[Math.min(Math.floor((value - low) / width), STEPS - 1)];
    if (counted) counted.n += 1;
  }
  return toBuckets(low, high, counts);
}

/** What the page finds in a column once it has read the file: the engine of the page is not at hand while the demo is made. */
export function profilesOf({ columns, rows }: DemoTable): ColumnProfile[] {
  return columns.map(({ name, kind }, at) => {
    const cells = rows
      .map((row) => row[at] ?? null)
      .filter((cell): cell is NonNullable<Cell> => cell !== null);
    const numeric = isMeasure(kind) || isTime(kind);
    const values = numeric ? cells.map(Number) : [];
    const texts = numeric ? [] : cells.map(String);
    const sorted = numeric ? values.toSorted((a, b) => a - b) : texts.toSorted();
    const sum = values.reduce((total, value) => total + value, 0);
    return {
      name,
      kind,
      count: cells.length,
      nulls: rows.length - cells.length,
      distinct: new Set(cells).size,
      approximate: false,
      min: sorted[0] ?? null,
      max: sorted.at(-1) ?? null,
      mean: isMeasure(kind) && cells.length > 0 ? sum / cells.length : null,
      top: topOf(texts),
      histogram: histogramOf(values, Number(sorted[0]), Number(sorted.at(-1))),
    };
  });
}
