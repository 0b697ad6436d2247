import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** The first page of a signed-in person. */
export const homeRoutes: RouteDefinition[] = [
  { path: "/", component: lazyPage(async () => (await import("./home.tsx")).Home) },
];
