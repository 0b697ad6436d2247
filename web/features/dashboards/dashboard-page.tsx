import { useParams } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import { isMissing } from "#web/lib/api-problem.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { workspaceQuery } from "#web/features/workspaces/queries.ts";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { GoneDashboard } from "./gone-dashboard.tsx";
import { OpenDashboard } from "./open-dashboard.tsx";
import { dashboardQuery, widgetsQuery } from "./queries.ts";

/** A dashboard of a workspace: read, filtered by clicks, and arranged by whoever may write. */
export function DashboardPage() {
  const t = useTexts();
  const params = useParams<{ workspace: string; dashboard: string }>();
  const id = () => params.dashboard ?? "";
  const found = useQuery(() => dashboardQuery(id()));
  const widgets = useQuery(() => widgetsQuery(id()));
  const workspace = useQuery(() => workspaceQuery(params.workspace));
  usePage(() => ({
    title: found.isSuccess ? found.data.title : t().dashboards.title,
    trail: [
      { label: t().analytics.title, href: "/analytics" },
      { label: workspace.data?.title ?? "…", href: `/analytics/w/${params.workspace}` },
    ],
  }));
  return (
    <Switch
      fallback={
        <QueryView query={found}>
          {(dashboard) => (
            <QueryView query={widgets}>
              {(all) => <OpenDashboard dashboard={dashboard()} all={all()} />}
            </QueryView>
          )}
        </QueryView>
      }
    >
      <Match when={isMissing(found.error)}>
        <GoneDashboard id={id()} workspaceId={params.workspace} />
      </Match>
    </Switch>
  );
}
