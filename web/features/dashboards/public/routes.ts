import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** What people without an account open. */
export const publicRoutes: RouteDefinition[] = [
  {
    path: "/shared",
    component: lazyPage(async () => (await import("./shared-page.tsx")).SharedPage),
  },
  {
    path: "/unsubscribe",
    component: lazyPage(async () => (await import("./unsubscribe-page.tsx")).UnsubscribePage),
  },
];
