import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** Addresses for people who are not signed in yet. */
export const entryRoutes: RouteDefinition[] = [
  { path: "/sign-in", component: lazyPage(async () => (await import("./sign-in.tsx")).SignIn) },
  { path: "/register", component: lazyPage(async () => (await import("./register.tsx")).Register) },
  {
    path: ["/link", "/sign-in/link"],
    component: lazyPage(async () => (await import("./link.tsx")).Link),
  },
  {
    path: "/invitation",
    component: lazyPage(async () => (await import("./invitation.tsx")).InvitationPage),
  },
];
