import { Show } from "solid-js";
import { Portal } from "solid-js/web";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { ScheduleSection } from "#web/features/dashboards/schedule/schedule-section.tsx";
import { FiguresSection } from "./figures-section.tsx";
import { LinksSection } from "./links-section.tsx";
import { publishedQuery } from "./queries.ts";

/** How the figures of the open dashboard reach others: what is published, public links to it, and mails. */
export function SharePanel(props: { onClose: () => void }) {
  const t = useTexts();
  const { dashboard } = useDashboard();
  const found = useQuery(() => publishedQuery(dashboard().id));
  return (
    <Portal>
      <div class="pointer-events-none fixed inset-0 z-slide">
        <SlideOver
          title={t().dashboardShare.title}
          head={<span class="font-semibold text-ink">{t().dashboardShare.title}</span>}
          class="pointer-events-auto"
          onClose={() => props.onClose()}
        >
          <QueryView query={found}>
            {(data) => (
              <div class="flex flex-col gap-6">
                <FiguresSection published={data().published} />
                <Show when={dashboard().can.share}>
                  <LinksSection published={data().published !== null} />
                </Show>
                <Show when={dashboard().can.write}>
                  <ScheduleSection published={data().published !== null} />
                </Show>
              </div>
            )}
          </QueryView>
        </SlideOver>
      </div>
    </Portal>
  );
}
