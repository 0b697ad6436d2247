import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";
import { entryRoutes } from "#web/features/identity/entry-routes.ts";
import { auditRoutes } from "#web/features/audit/routes.ts";
import { connectionRoutes } from "#web/features/connections/routes.ts";
import { analyticsRoutes } from "#web/features/analytics/routes.ts";
import { publicRoutes } from "#web/features/dashboards/public/routes.ts";
import { dashboardRoutes } from "#web/features/dashboards/routes.ts";
import { askRoutes } from "#web/features/asks/routes.ts";
import { clientRoutes } from "#web/features/clients/routes.ts";
import { boardRoutes } from "#web/features/boards/routes.ts";
import { homeRoutes } from "#web/features/home/routes.ts";
import { noteRoutes } from "#web/features/notes/routes.ts";
import { workspaceRoutes } from "#web/features/workspaces/routes.ts";
import { settingsRoutes } from "#web/features/identity/routes.ts";

/** What a signed-in person stands in: frame, live feed, cached data. */
export const workspace = lazyPage(async () => (await import("./workspace.tsx")).Workspace);

const pages: RouteDefinition[] = [
  ...homeRoutes,
  ...boardRoutes,
  ...clientRoutes,
  ...noteRoutes,
  ...askRoutes,
  ...connectionRoutes,
  ...analyticsRoutes,
  ...dashboardRoutes,
  ...workspaceRoutes,
  ...auditRoutes,
  ...settingsRoutes,
];

/** Every address. A feature brings its own; its code arrives when it is used or pointed at. */
export const routes: RouteDefinition[] = [
  ...entryRoutes,
  ...publicRoutes,
  {
    path: "/",
    component: workspace,
    children: [
      ...pages,
      {
        path: "*missing",
        component: lazyPage(async () => (await import("./not-found.tsx")).NotFound),
      },
    ],
  },
];

/** Fetches the code of an address's page before the router is there to ask for it. */
export function preloadPage(address: string): void {
  const parts = address.split("/");
  for (const { path, component } of pages) {
    const page = component as { preload?: () => unknown } | undefined;
    const wanted = String(path).split("/");
    const same = (part: string, at: number) => part.startsWith(":") || part === parts[at];
    if (wanted.length === parts.length && wanted.every(same)) page?.preload?.();
  }
}
