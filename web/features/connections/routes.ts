import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** Databases of the firm, and what each offers. They stand before `/analytics/:id`, which would match them too. */
export const connectionRoutes: RouteDefinition[] = [
  {
    path: "/analytics/connections",
    component: lazyPage(async () => (await import("./pages/connections-page.tsx")).ConnectionsPage),
  },
  {
    path: "/analytics/connections/:connection",
    component: lazyPage(async () => (await import("./pages/catalogue-page.tsx")).CataloguePage),
  },
];
