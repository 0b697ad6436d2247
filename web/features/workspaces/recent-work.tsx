import IconDashboard from "~icons/lucide/layout-dashboard";
import IconQuestion from "~icons/lucide/message-square";
import { A } from "@solidjs/router";
import { Show, type Accessor, type Component, type JSX } from "solid-js";
import { DashboardMenu } from "#web/features/dashboards/dashboard-menu.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { EachById } from "#web/ui/each-by-id.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { newestDashboardsQuery, newestQuestionsQuery } from "./queries.ts";

/** What was made last in any workspace, to be gone on with; nothing where there is nothing yet. */
export function RecentWork() {
  const t = useTexts();
  const words = () => t().workspaces.recent;
  const dashboards = useQuery(() => newestDashboardsQuery);
  const questions = useQuery(() => newestQuestionsQuery);
  return (
    <div class="grid grid-cols-2 items-start gap-x-6 gap-y-8 empty:hidden phone:grid-cols-1">
      <Recent
        title={words().dashboards}
        icon={IconDashboard}
        kind="d"
        items={dashboards.data?.items ?? []}
        menu={(item) => (
          <Show when={item().can.write}>
            <DashboardMenu dashboard={item()} />
          </Show>
        )}
      />
      <Recent
        title={words().questions}
        icon={IconQuestion}
        kind="q"
        items={questions.data?.items ?? []}
      />
    </div>
  );
}

type Item = { id: string; workspaceId: string; title: string; can: { write: boolean } };

function Recent<T extends Item>(props: {
  title: string;
  icon: Component;
  kind: "d" | "q";
  items: readonly T[];
  /** What may be done with one, at the end of its row. */
  menu?: (item: Accessor<T>) => JSX.Element;
}) {
  return (
    <Show when={props.items.length > 0}>
      <section aria-label={props.title}>
        <h2 class="mb-2 font-semibold">{props.title}</h2>
        <ul class="overflow-hidden rounded-card border border-line bg-surface">
          <EachById items={props.items}>
            {(item) => (
              <li class="flex items-center border-b border-line pr-1.5 last:border-b-0 hover:bg-hover">
                <A
                  href={`/analytics/w/${item().workspaceId}/${props.kind}/${item().id}`}
                  class="flex min-h-9 min-w-0 flex-1 items-center gap-2.5 px-3 phone:min-h-11"
                >
                  <Icon of={props.icon} size={14} class="shrink-0 text-ink-3" />
                  <span class="min-w-0 flex-1 truncate">{item().title}</span>
                </A>
                {props.menu?.(item)}
              </li>
            )}
          </EachById>
        </ul>
      </section>
    </Show>
  );
}
