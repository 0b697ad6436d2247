import { chooseChart } from "#domain/analytics/chart/rules.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { WidgetView } from "#domain/dashboards/model.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";

/** Names of columns that a chart draws. */
function columnsOf(spec: ChartSpec): string[] {
  return Object.entries(spec).flatMap(([field, value]) =>
    ["x", "y", "series", "category", "value"].includes(field) ? (value as string | string[]) : [],
  );
}

/** How a widget draws its result: as was decided, while the columns are there; else as the shape of the result asks. Null is a table. */
export function chartOf(
  widget: Pick<WidgetView, "kind" | "chart">,
  result: Pick<ReadResult, "columns" | "rows">,
): ChartSpec | null {
  if (widget.kind === "table" || widget.kind === "text") return null;
  const { columns, rows } = result;
  const names = new Set(columns.map(({ name }) => name));
  if (widget.chart && columnsOf(widget.chart).every((name) => names.has(name))) return widget.chart;
  if (widget.kind === "number") {
    const figure = columns.find(({ kind }) => kind === "integer" || kind === "number");
    return figure ? { type: "number", value: figure.name } : null;
  }
  return chooseChart({
    rows: rows.length,
    columns: columns.map((column, at) => ({
      ...column,
      distinct: new Set(rows.map((row) => row[at])).size,
    })),
  });
}
