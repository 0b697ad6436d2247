import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** The list of notes, and each note at an address of its own. */
export const noteRoutes: RouteDefinition[] = [
  {
    path: "/notes",
    component: lazyPage(async () => (await import("./notes-page.tsx")).NotesPage),
  },
  {
    path: "/notes/:id",
    component: lazyPage(async () => (await import("./note-page.tsx")).NotePage),
  },
];
