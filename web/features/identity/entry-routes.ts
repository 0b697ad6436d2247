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
  {
    path: "/forgot",
    component: lazyPage(async () => (await import("./forgot-password.tsx")).ForgotPassword),
  },
  {
    path: "/reset",
    component: lazyPage(async () => (await import("./reset-password.tsx")).ResetPassword),
  },
  {
    path: ["/verify", "/confirm", "/restore"],
    component: lazyPage(async () => (await import("./confirm-email.tsx")).ConfirmEmail),
  },
];
