import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** The list of boards, one board (`?card=` opens a card beside it), and the person's tasks on all of them. */
export const boardRoutes: RouteDefinition[] = [
  {
    path: "/tasks",
    component: lazyPage(async () => (await import("./tasks/tasks-page.tsx")).TasksPage),
  },
  {
    path: "/boards",
    component: lazyPage(async () => (await import("./pages/boards-page.tsx")).BoardsPage),
  },
  {
    path: "/boards/import",
    component: lazyPage(async () => (await import("./imports/import-page.tsx")).ImportPage),
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
