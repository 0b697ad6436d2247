import { figureRows } from "#domain/analytics/chart/figure-rows.ts";
import { cellPoint, drillableColumns } from "#domain/analytics/drill/cell-point.ts";
import type { WidgetView } from "#domain/dashboards/model.ts";
import { runAllRows, type FoundRows } from "#web/features/analytics/drill/run-all-rows.ts";
import { runDrill } from "#web/features/analytics/drill/run-drill.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { runRead, SqlRefused, type ReadResult } from "#web/features/analytics/engine/read.ts";
import { chartOf } from "./chart-of.ts";

/** Rows that a figure is looked for in at most. */
const MOST_ROWS = 5_000;

/**
 * The rows behind a widget: of a figure those that its value is made of, not what it is held against; of any other those of all of its
 * question. Throws AbortError, and what the engine throws when it is gone.
 */
export async function runWidgetRows(
  engine: Engine,
  widget: Pick<WidgetView, "kind" | "chart">,
  { sql, narrow }: { sql: string; narrow: (sql: string) => string },
  signal?: AbortSignal,
): Promise<FoundRows> {
  if (widget.kind === "table") return runAllRows(engine, sql, narrow, signal);
  let result: ReadResult;
  try {
    result = await runRead(engine, narrow(sql), { limit: MOST_ROWS, signal });
  } catch (error) {
    if (error instanceof SqlRefused) return { reason: "refused" };
    throw error;
  }
  const { columns } = result;
  const chart = chartOf(widget, result);
  if (chart?.type === "number" && drillableColumns({ sql, columns }).includes(chart.value)) {
    const [row] = figureRows(result, chart);
    const point = row && cellPoint({ sql, ...result }, row, chart.value, String);
    if (point) {
      const found = await runDrill(engine, { sql, columns }, point, signal, narrow);
      const figures = [{ name: chart.value, value: point.figure ?? 0 }];
      return "reason" in found ? found : { ...found, figures };
    }
  }
  return runAllRows(engine, sql, narrow, signal);
}
