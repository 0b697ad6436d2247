import { createMemo, lazy, Show, Suspense } from "solid-js";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { toPlot } from "#web/features/analytics/chart/chart-data.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { useTexts } from "#web/lib/i18n.tsx";

const ChartView = lazy(async () => ({
  default: (await import("#web/features/analytics/chart/chart-view.tsx")).ChartView,
}));

/** A chart that the dashboard does not draw itself: it is shown, and its marks filter nothing. */
export function OtherChart(props: { title: string; spec: ChartSpec; result: ReadResult }) {
  const t = useTexts();
  const plot = createMemo(() => toPlot(props.result, props.spec, t().analytics.chart));
  return (
    <Show when={plot()}>
      {(drawn) => (
        <Suspense>
          <div class="h-full overflow-hidden [&>div]:h-full!">
            <ChartView plot={drawn()} title={props.title} onPictures={() => undefined} />
          </div>
        </Suspense>
      )}
    </Show>
  );
}
