import type { ChartUnfit } from "#domain/asks/chart-hint.ts";
import { useTexts } from "#web/lib/i18n.tsx";

/** That another chart is drawn than the model named, and why. */
export function UnfitNote(props: { unfit: ChartUnfit }) {
  const t = useTexts();
  const why = () => {
    const { why: reason } = props.unfit;
    const text = reason === "no-column" ? t().asks.noColumn : t().analytics.chart.unfit[reason];
    return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  };
  return (
    <p class="text-small text-ink-2">
      {t().asks.unfit(t().analytics.chart.kinds[props.unfit.kind], why())}
    </p>
  );
}
