import { exactSum } from "#domain/analytics/chart/pivot.ts";
import type { Table } from "#domain/analytics/chart/plot.ts";

/** The sum of a column of figures; null for one that has none. */
export function columnSum({ rows }: Table, at: number): number | null {
  const figures = rows.flatMap((row) => {
    const cell = row[at];
    return typeof cell === "number" ? cell : [];
  });
  return figures.length === 0 ? null : exactSum(figures);
}
