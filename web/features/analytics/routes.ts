import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** Files and questions about them. The engine, the charts and the editor arrive when they are used. */
export const analyticsRoutes: RouteDefinition[] = [
  {
    path: "/analytics/import",
    component: lazyPage(async () => (await import("./pages/import-page.tsx")).ImportPage),
  },
  {
    path: "/analytics/w/:workspace/build",
    component: lazyPage(async () => (await import("./pages/build-page.tsx")).BuildPage),
  },
  {
    path: "/analytics/:id",
    component: lazyPage(async () => (await import("./pages/data-set-page.tsx")).DataSetPage),
  },
];
