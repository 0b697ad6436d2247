/** A value as results hold it: dates and instants are epoch milliseconds (UTC). */
export type PointValue = string | number | boolean | null;

/** What holds of the result's rows that stand at a point, by the names of its columns. */
export type PointCondition =
  | { column: string; value: PointValue }
  /** `from` belongs to it, `to` only with `last`. */
  | { column: string; from: number; to: number; last: boolean }
  /** Everything but these: what « Autres » adds up. */
  | { column: string; except: readonly PointValue[] };

/** One mark of a chart: where it stands and what it shows. */
export interface ChartPoint {
  conditions: readonly PointCondition[];
  /** The column of the figure; null when the chart itself counted the rows. */
  measure: string | null;
  figure: number | null;
  /** In words of the person, such as « juin 2026, Grenoble ». */
  label: string;
}

/** A span chosen on a time (epoch ms) or number axis, both ends taken. */
export interface ChartRange {
  column: string;
  from: number;
  to: number;
}
