import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
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
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

const names = (list: readonly { title: string }[]) => list.map(({ title }) => title).join(", ");

/** How the dashboard was: who kept it and when, what differs by name, and the way back to it. */
export function VersionsPanel(props: { onClose: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const people = createPeople();
  const { dashboard, widgets } = useDashboard();
  const [restoring, setRestoring] = createSignal<string>();
  const words = () => t().dashboards.versions;
  const found = useQuery(() => versionsQuery(dashboard().id));
  /** What a return would bring back, and what it would take off. */
  const compared = (version: VersionItem) => {
    const now = widgets.all();
    return {
      back: version.widgets.filter(({ id }) => !now.some((widget) => widget.id === id)),
      off: now.filter(({ id }) => !version.widgets.some((widget) => widget.id === id)),
    };
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
      toasts.show({ text: say(error), tone: "bad" });
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
          <QueryView query={found}>
            {(data) => (
              <Show when={data().items.length > 0} fallback={<p>{words().none}</p>}>
                <ol class="divide-y divide-line">
                  <For each={data().items}>
                    {(version) => {
                      const person = () => people.find(version.createdBy);
                      const difference = () => compared(version);
                      return (
                        <li class="flex items-start gap-3 py-3">
                          <Avatar person={person()} self={person().self} size={24} decorative />
                          <div class="min-w-0 flex-1">
                            <p class="font-medium">{version.title}</p>
                            <p class="text-small text-ink-2">
                              {words().by(person().name, f().moment(version.createdAt))}
                            </p>
                            <Show when={difference().back.length > 0}>
                              <p class="text-small text-ink-2">
                                {words().back(names(difference().back))}
                              </p>
                            </Show>
                            <Show when={difference().off.length > 0}>
                              <p class="text-small text-ink-2">
                                {words().off(names(difference().off))}
                              </p>
                            </Show>
                          </div>
                          <Show when={dashboard().can.write}>
                            <Button
                              size="sm"
                              loading={restoring() === version.id}
                              onClick={() => void restore(version)}
                            >
                              {words().restore}
                            </Button>
                          </Show>
                        </li>
                      );
                    }}
                  </For>
                </ol>
              </Show>
            )}
          </QueryView>
        </SlideOver>
      </div>
    </Portal>
  );
}
