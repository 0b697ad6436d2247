import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** The engine takes a second to start: it does so while the page's own code is on its way. */
const preload = (): void =>
  void import("./current-library.ts").then((module) => module.preload()).catch(() => undefined);

/** Files and questions about them. The engine, the charts and the editor arrive when they are used. */
export const analyticsRoutes: RouteDefinition[] = [
  {
    path: "/analytics/import",
    preload,
    component: lazyPage(async () => (await import("./pages/import-page.tsx")).ImportPage),
  },
  {
    path: "/analytics/w/:workspace/build",
    component: lazyPage(async () => (await import("./pages/build-page.tsx")).BuildPage),
  },
  {
    path: "/analytics/:id/edit",
    preload,
    component: lazyPage(async () => (await import("./pages/edit-page.tsx")).EditPage),
  },
  {
    path: "/analytics/:id",
    preload,
    component: lazyPage(async () => (await import("./pages/data-set-page.tsx")).DataSetPage),
  },
];
