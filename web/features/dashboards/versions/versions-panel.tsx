import IconKeep from "~icons/lucide/bookmark-plus";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { Portal } from "solid-js/web";
import type { VersionItem } from "#domain/dashboards/version.ts";
import { createPeople } from "#web/features/clients/people.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { dashboardQuery, versionsQuery, widgetsQuery } from "#web/features/dashboards/queries.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { VersionRow } from "./version-row.tsx";

/** So many of the newest versions are held against what the dashboard is now. */
const NEAR = 12;

/** How the dashboard was, newest first, and the way back to each. */
export function VersionsPanel(props: { onClose: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const people = createPeople();
  const { dashboard, widgets } = useDashboard();
  const [restoring, setRestoring] = createSignal<string>();
  const [keeping, setKeeping] = createSignal(false);
  const words = () => t().dashboards.versions;
  const found = useQuery(() => versionsQuery(dashboard().id));
  const fail = (error: unknown) => void toasts.show({ text: say(error), tone: "bad" });
  const reread = () =>
    queries.invalidateQueries({ queryKey: versionsQuery(dashboard().id).queryKey });
  const rename = async (version: string, name: string) => {
    const params = { id: dashboard().id, version };
    await api("patch /dashboards/{id}/versions/{version}", { params, body: { name } }).catch(fail);
    await reread();
  };
  const keep = async () => {
    setKeeping(true);
    const params = { id: dashboard().id };
    await widgets
      .settled()
      .then(() => api("post /dashboards/{id}/versions", { params }))
      .catch(fail);
    await reread();
    setKeeping(false);
  };
  const restore = async (version: VersionItem) => {
    const { id } = dashboard();
    setRestoring(version.id);
    try {
      const after = await api("post /dashboards/{id}/versions/{version}/restore", {
        params: { id, version: version.id },
      });
      queries.setQueryData(dashboardQuery(id).queryKey, after);
      await Promise.all([
        queries.invalidateQueries({ queryKey: widgetsQuery(id).queryKey }),
        queries.invalidateQueries({ queryKey: versionsQuery(id).queryKey }),
      ]);
      toasts.show({ text: words().restored(f().moment(version.createdAt)), tone: "ok" });
    } catch (error) {
      fail(error);
    }
    setRestoring(undefined);
  };
  return (
    <Portal>
      <div class="pointer-events-none fixed inset-0 z-slide">
        <SlideOver
          title={words().title}
          head={<span class="font-semibold text-ink">{words().title}</span>}
          class="pointer-events-auto"
          onClose={() => props.onClose()}
        >
          <Show when={dashboard().can.write}>
            <Button class="mb-1" icon={IconKeep} loading={keeping()} onClick={() => void keep()}>
              {words().keep}
            </Button>
          </Show>
          <QueryView query={found}>
            {(data) => (
              <Show when={data().items.length > 0} fallback={<p>{words().none}</p>}>
                <ol class="divide-y divide-line">
                  <EachById items={data().items}>
                    {(version) => (
                      <VersionRow
                        version={version()}
                        person={people.find(version().createdBy)}
                        restoring={restoring() === version().id}
                        near={data()
                          .items.slice(0, NEAR)
                          .some(({ id }) => id === version().id)}
                        onRestore={() => void restore(version())}
                        onName={(name) => rename(version().id, name)}
                      />
                    )}
                  </EachById>
                </ol>
              </Show>
            )}
          </QueryView>
        </SlideOver>
      </div>
    </Portal>
  );
}
