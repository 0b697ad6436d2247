import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** The list of clients; a client opens over it, at an address of its own. */
export const clientRoutes: RouteDefinition[] = [
  {
    path: "/clients",
    component: lazyPage(async () => (await import("./clients-page.tsx")).ClientsPage),
    children: [
      { path: "/" },
      {
        path: "/:id",
        component: lazyPage(async () => (await import("./client-panel.tsx")).ClientPanel),
      },
    ],
  },
];
