import { Show } from "solid-js";
import type { Step } from "#domain/analytics/time-step.ts";
import { useTexts } from "#web/lib/i18n.tsx";

/** Says beside a figure that its span of time is not over yet. */
export function Running(props: { step: Step | null }) {
  const t = useTexts();
  return (
    <Show when={props.step}>
      {(step) => <span class="whitespace-nowrap">· {t().analytics.chart.times.open[step()]}</span>}
    </Show>
  );
}
