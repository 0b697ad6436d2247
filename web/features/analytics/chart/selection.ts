import type { Cell } from "#web/features/analytics/engine/values.ts";
import type { Plot } from "#domain/analytics/chart/plot.ts";

/** Values of a result column that are drawn strong, the others grey. */
export interface Selection {
  column: string;
  values: readonly Cell[];
}

/** Whether a mark is drawn strong: also when nothing is chosen, and when what is chosen is no part of this chart. */
export function isStrong(
  plot: Plot,
  selection: Selection | undefined,
  at: number,
  series: number,
): boolean {
  if (selection === undefined || selection.values.length === 0) return true;
  if (selection.column === plot.x.name && plot.type !== "histogram")
    return selection.values.includes(plot.x.values[at] ?? null);
  if (selection.column !== plot.split) return true;
  const one = plot.series[series];
  return one?.key !== undefined && selection.values.includes(one.key);
}

/** Whether the choice is among the series, so that whole lines are strong or grey. */
export const choosesSeries = (plot: Plot, selection: Selection | undefined): boolean =>
  selection !== undefined && selection.values.length > 0 && selection.column === plot.split;

/** Whether a mark is one of those that are chosen. */
export const isChosen = (
  plot: Plot,
  selection: Selection | undefined,
  { at, series }: { at: number; series: number },
): boolean =>
  selection !== undefined &&
  selection.values.length > 0 &&
  (selection.column === plot.split || selection.column === plot.x.name) &&
  isStrong(plot, selection, at, series);
