import IconDashboard from "~icons/lucide/layout-dashboard";
import IconPlus from "~icons/lucide/plus";
import { A, useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { DashboardMenu } from "#web/features/dashboards/dashboard-menu.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { EachById } from "#web/ui/each-by-id.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { workspaceDashboardsQuery } from "./queries.ts";

/** Dashboards of a workspace, live, and a new one on a click. */
export function DashboardsList(props: { workspaceId: string; canWrite: boolean }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const words = () => t().workspaces.page;
  const list = useQuery(() => workspaceDashboardsQuery(props.workspaceId));
  onLive("dashboards", () => void queries.invalidateQueries({ queryKey: ["dashboards"] }));
  const submit = createSubmit(async () => {
    const { workspaceId } = props;
    const { id } = await api("post /dashboards", {
      body: { workspaceId, title: words().newDashboard },
    });
    navigate(`/analytics/w/${workspaceId}/d/${id}`);
  });
  const create = async () => {
    if (!(await submit.run()) && submit.problem())
      toasts.show({ text: say(submit.problem()), tone: "bad" });
  };
  return (
    <section aria-labelledby="dashboards">
      <div class="mb-1 flex items-center gap-2">
        <h2 id="dashboards" class="font-semibold">
          {words().dashboards}
        </h2>
        <Show when={props.canWrite}>
          <IconButton
            size="sm"
            icon={IconPlus}
            label={words().createDashboard}
            disabled={submit.pending()}
            onClick={() => void create()}
          />
        </Show>
      </div>
      <QueryView query={list}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={<p class="text-ink-2">{words().noDashboards}</p>}
          >
            <ul class="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-3">
              <EachById items={data().items}>
                {(dashboard) => (
                  <li class="flex items-center rounded-card border border-line bg-surface pr-1.5 hover:border-line-2">
                    <A
                      href={`/analytics/w/${props.workspaceId}/d/${dashboard().id}`}
                      class="flex min-w-0 flex-1 items-center gap-2 rounded-card p-3 font-medium"
                    >
                      <Icon of={IconDashboard} class="shrink-0 text-accent" />
                      <span class="min-w-0 flex-1 truncate">{dashboard().title}</span>
                    </A>
                    <Show when={dashboard().can.write}>
                      <DashboardMenu dashboard={dashboard()} />
                    </Show>
                  </li>
                )}
              </EachById>
            </ul>
          </Show>
        )}
      </QueryView>
    </section>
  );
}
