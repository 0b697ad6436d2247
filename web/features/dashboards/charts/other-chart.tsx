import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { ChartBody } from "#web/features/analytics/chart/chart-body.tsx";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";

/** A chart that the dashboard does not draw itself: it is shown, and its marks filter nothing. */
export function OtherChart(props: { title: string; spec: ChartSpec; result: ReadResult }) {
  return (
    <div class="h-full overflow-hidden">
      <ChartBody table={props.result} spec={props.spec} title={props.title} fill />
    </div>
  );
}
