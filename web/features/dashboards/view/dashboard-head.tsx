import { Show, type JSX } from "solid-js";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { createFilterWords } from "#web/features/dashboards/filters/filter-words.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { today } from "#web/lib/today.ts";

/**
 * The title where the frame does not show it, on a phone and on paper; on paper also under which filters and on which day. `end` stands
 * beside it.
 */
export function DashboardHead(props: { end?: JSX.Element }) {
  const t = useTexts();
  const f = useFormat();
  const { dashboard } = useDashboard();
  const words = createFilterWords();
  return (
    <header class="phone:mb-2 print:mb-4">
      <div class="flex items-start gap-2">
        <h1 class="sr-only text-title font-semibold phone:not-sr-only phone:min-w-0 phone:flex-1 phone:py-1 phone:wrap-anywhere print:not-sr-only print:wrap-anywhere">
          {dashboard().title}
        </h1>
        <span class="flex shrink-0 items-center phone:-mr-1 print:hidden">{props.end}</span>
      </div>
      <p class="hidden text-small text-ink-2 print:block">
        <Show when={words().length > 0}>
          {words()
            .map(({ label, value }) => t().dashboards.export.filter(label, value))
            .join(" · ")}
          {" · "}
        </Show>
        {t().analytics.chart.made(f().dayLong(today()))}
      </p>
    </header>
  );
}
