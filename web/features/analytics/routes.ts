import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** The engine takes a second to start: it does so when the rail's item is pointed at. */
const preload = (): void =>
  void import("./current-library.ts").then((module) => module.preload()).catch(() => undefined);

/** Files and questions about them. The engine, the charts and the editor arrive when they are used. */
export const analyticsRoutes: RouteDefinition[] = [
  {
    path: "/analytics",
    preload,
    component: lazyPage(async () => (await import("./pages/data-sets-page.tsx")).DataSetsPage),
  },
  {
    path: "/analytics/import",
    component: lazyPage(async () => (await import("./pages/import-page.tsx")).ImportPage),
  },
  {
    path: "/analytics/:id",
    component: lazyPage(async () => (await import("./pages/data-set-page.tsx")).DataSetPage),
  },
];
