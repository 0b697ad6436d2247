import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { QueryClientProvider } from "@tanstack/solid-query";
import type { Component } from "solid-js";
import type { DashboardView } from "#domain/dashboards/model.ts";
import type { SourceView } from "#domain/sources/model.ts";
import type { WorkspaceView } from "#domain/workspaces/model.ts";
import { LiveProvider } from "#web/lib/live.tsx";
import { PageProvider, usePageSlots } from "#web/lib/page.tsx";
import { createQueries } from "#web/lib/query-cache.ts";
import { session } from "#web/lib/session.ts";
import { neverLive } from "#web/lib/testing-page.tsx";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";

const WORKSPACE_ID = `wsp_${"0".repeat(26)}`;
const DASHBOARD_ID = `dsb_${"0".repeat(26)}`;
const AT = "2026-11-20T08:00:00.000Z";
const record = { version: 1, createdBy: "usr_1", createdAt: AT, updatedAt: AT };

/** A workspace for tests, with these fields. */
export function sampleWorkspace(fields: Partial<WorkspaceView> = {}): WorkspaceView {
  return {
    ...record,
    id: WORKSPACE_ID,
    title: "Ventes",
    description: "",
    can: { write: true },
    ...fields,
  };
}

/** A dashboard of it, which may be changed. */
export const sampleDashboard = (): DashboardView => ({
  ...record,
  id: DASHBOARD_ID,
  workspaceId: WORKSPACE_ID,
  title: "Suivi",
  parameters: [],
  can: { write: true, share: true },
});

/** A file on somebody's device as a source of it. */
export function sampleSource(fields: Partial<SourceView> = {}): SourceView {
  const own = { id: `src_${"0".repeat(26)}`, workspaceId: WORKSPACE_ID, title: "Ventes 2026" };
  const columns = [{ name: "agence", kind: "text" as const }];
  const device = { kind: "device" as const, details: { fileName: "Ventes 2026.csv" } };
  const can = { write: true, share: true };
  return {
    ...record,
    ...own,
    ...device,
    table: "ventes_2026",
    columns,
    rows: 12,
    can,
    ...fields,
  } as SourceView;
}

/** What a list answers. */
export const listOf = (...items: unknown[]) => Response.json({ items, nextCursor: null });

/** Where the frame shows a page's own buttons. */
function Actions() {
  const { setActions } = usePageSlots();
  return <div ref={setActions} />;
}

/** A page of analyses at an address, over a server that answers so. */
export function showAnalyses(
  Page: Component,
  path: string,
  answers: Parameters<typeof fakeServer>[0],
  permissions: string[] = ["analytics.read", "analytics.write", "analytics.ask"],
) {
  session.enter(signedIn({ permissions }));
  const asked = fakeServer({
    "get /data-sources": () => listOf(),
    "get /questions": () => listOf(),
    "get /dashboards": () => listOf(),
    ...answers,
  });
  const history = createMemoryHistory();
  history.set({
    value: path.replace(":workspace", WORKSPACE_ID).replace(":dashboard", DASHBOARD_ID),
  });
  const queries = createQueries();
  renderUi(() => (
    <QueryClientProvider client={queries}>
      <LiveProvider since={null} deps={neverLive}>
        <PageProvider>
          <Actions />
          <MemoryRouter history={history}>
            <Route path={path.split("?")[0]!} component={Page} />
            <Route path="*" component={() => null} />
          </MemoryRouter>
        </PageProvider>
      </LiveProvider>
    </QueryClientProvider>
  ));
  return { asked, history };
}
