import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** Asking Claude, and questions that were kept. */
export const askRoutes: RouteDefinition[] = [
  {
    path: "/analytics/usage",
    component: lazyPage(async () => (await import("./pages/usage-page.tsx")).UsagePage),
  },
  {
    path: "/analytics/w/:workspace/ask",
    component: lazyPage(async () => (await import("./pages/ask-page.tsx")).AskPage),
  },
  {
    path: "/analytics/w/:workspace/q/:question",
    component: lazyPage(async () => (await import("./pages/question-page.tsx")).QuestionPage),
  },
];
