import { resultNames } from "#domain/analytics/builder/compile.ts";
import type { BuiltQuery } from "#domain/analytics/builder/model.ts";
import { chooseChart } from "#domain/analytics/chart/rules.ts";
import { shapeOf } from "#domain/analytics/chart/shape.ts";
import { columnsOfSpec, type ChartSpec, type SpecOf } from "#domain/analytics/chart/spec.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import type { BuildDoc } from "./build-state.ts";

/** Figures of groups that add up to that of the whole; an average or a number of different values does not. */
const AGGREGATE = { sum: "sum", count: "sum", share: "sum", min: "min", max: "max" } as const;

/** The crossed table that a query asks for. Where figures of groups don't make that of the whole it has no totals. */
export function pivotSpec(query: BuiltQuery): SpecOf<"pivot"> | null {
  const { pivot, measures } = query;
  const [measure] = measures;
  const names = resultNames(query);
  const [value] = names.measures;
  const rows = names.groups.filter((_, at) => at !== pivot?.at).slice(0, 3);
  const column = names.groups[pivot?.at ?? -1];
  if (column === undefined || value === undefined || measure === undefined || rows.length === 0)
    return null;
  const aggregate = Object.entries(AGGREGATE).find(([fn]) => fn === measure.fn)?.[1];
  return {
    type: "pivot",
    rows,
    columns: [column],
    value,
    ...(aggregate === undefined ? { totals: false } : { aggregate }),
  };
}

/** The chart of an answer: what the person chose while it can be drawn, else the pivot, else what its shape asks for. */
export function builtChart(
  { query, chart }: BuildDoc,
  answer: Pick<ReadResult, "columns" | "rows">,
): ChartSpec | null {
  const has = (spec: ChartSpec): boolean =>
    columnsOfSpec(spec).every((name) => answer.columns.some((column) => column.name === name));
  if (chart === null || (chart !== undefined && has(chart))) return chart;
  const pivot = pivotSpec(query);
  return pivot !== null && has(pivot) ? pivot : chooseChart(shapeOf(answer));
}
