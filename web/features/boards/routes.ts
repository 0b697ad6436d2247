import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** The list of boards, and one board; `?card=` opens a card beside it. */
export const boardRoutes: RouteDefinition[] = [
  {
    path: "/boards",
    component: lazyPage(async () => (await import("./pages/boards-page.tsx")).BoardsPage),
  },
  {
    path: "/boards/:id",
    component: lazyPage(async () => {
      const page = import("./pages/board-page.tsx");
      // At the start of the app this runs before anybody is asked who they are: the board opens meanwhile.
      (await import("./sync/early.ts")).openEarly();
      return (await page).BoardPage;
    }),
  },
];
