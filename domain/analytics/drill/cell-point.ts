import type { ChartPoint, PointCondition, PointValue } from "#domain/analytics/chart/point.ts";
import { isMeasure } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { measuredColumns } from "./drill-query.ts";

/** A result with the text that made it. */
interface Answer {
  sql: string;
  columns: readonly { name: string; kind: ColumnKind }[];
  rows: readonly (readonly PointValue[])[];
}

/** The columns whose cells stand for other rows: the figures of a question that groups. Of one that lists rows, there are none. */
export function drillableColumns({ sql, columns }: Pick<Answer, "sql" | "columns">): string[] {
  const measured = measuredColumns(sql, columns.length);
  return columns.flatMap(({ name, kind }, at) => (measured[at] && isMeasure(kind) ? [name] : []));
}

/** A cell of a plain table as a point: its row's groups, and its own figure. Null where the cell holds no figure. */
export function cellPoint(
  answer: Answer,
  row: readonly PointValue[],
  column: string,
  write: (value: PointValue, at: number) => string,
): ChartPoint | null {
  const { sql, columns } = answer;
  const place = columns.findIndex(({ name }) => name === column);
  const figure = row[place];
  if (typeof figure !== "number") return null;
  const measured = measuredColumns(sql, columns.length);
  const groups = columns.flatMap(({ name }, at) => (measured[at] ? [] : [{ name, at }]));
  const conditions = groups.map(({ name, at }): PointCondition => ({
    column: name,
    value: row[at] ?? null,
  }));
  const label = groups.map(({ at }) => write(row[at] ?? null, at)).join(", ");
  return { conditions, measure: column, figure, label: label === "" ? column : label };
}
