import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** The engine takes a second to start: it does so when a link to a dashboard is pointed at. */
const preload = (): void =>
  void import("#web/features/analytics/current-library.ts")
    .then((module) => module.preload())
    .catch(() => undefined);

/** Dashboards of a workspace. */
export const dashboardRoutes: RouteDefinition[] = [
  {
    path: "/analytics/w/:workspace/d/:dashboard",
    preload,
    component: lazyPage(async () => (await import("./dashboard-page.tsx")).DashboardPage),
  },
];
