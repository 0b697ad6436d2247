import { chooseChart } from "#domain/analytics/chart/rules.ts";
import { shapeOf } from "#domain/analytics/chart/shape.ts";
import { columnsOfSpec, type ChartSpec } from "#domain/analytics/chart/spec.ts";
import { isMeasure } from "#domain/analytics/profile.ts";
import type { WidgetView } from "#domain/dashboards/model.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";

/** How a widget draws its result: as was decided, while the columns are there; else as the shape of the result asks. Null is a table. */
export function chartOf(
  widget: Pick<WidgetView, "kind" | "chart">,
  result: Pick<ReadResult, "columns" | "rows">,
): ChartSpec | null {
  if (widget.kind === "table" || widget.kind === "text") return null;
  const names = new Set(result.columns.map(({ name }) => name));
  const { chart } = widget;
  if (chart && columnsOfSpec(chart).every((name) => names.has(name))) return chart;
  if (widget.kind === "number") {
    const figure = result.columns.find(({ kind }) => isMeasure(kind));
    return figure ? { type: "number", value: figure.name } : null;
  }
  const chosen = chooseChart(shapeOf(result));
  // What a filter left one category of keeps its name.
  const category = result.columns.find(({ kind }) => !isMeasure(kind));
  if (chosen?.type !== "number" || category === undefined) return chosen;
  return { type: "bar", category: category.name, value: chosen.value };
}
