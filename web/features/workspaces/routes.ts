import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** The engine takes a second to start: it does so when a link to a workspace is pointed at. */
const preload = (): void =>
  void import("#web/features/analytics/current-library.ts")
    .then((module) => module.preload())
    .catch(() => undefined);

/** Analyses at home, and each workspace at an address of its own. */
export const workspaceRoutes: RouteDefinition[] = [
  {
    path: "/analytics",
    preload,
    component: lazyPage(async () => (await import("./pages/home-page.tsx")).HomePage),
  },
  {
    path: "/analytics/w/:workspace/model",
    preload,
    component: lazyPage(
      async () => (await import("#web/features/semantic/model-page.tsx")).ModelPage,
    ),
  },
  {
    path: "/analytics/w/:workspace",
    preload,
    component: lazyPage(async () => (await import("./pages/workspace-page.tsx")).WorkspacePage),
  },
];
