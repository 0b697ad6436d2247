import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** Settings of the person and of the organization. */
export const settingsRoutes: RouteDefinition[] = [
  {
    path: "/settings",
    component: lazyPage(async () => (await import("./settings.tsx")).Settings),
    children: [
      {
        path: "/",
        component: lazyPage(async () => (await import("./profile.tsx")).ToProfile),
      },
      {
        path: "/profile",
        component: lazyPage(async () => (await import("./profile.tsx")).Profile),
      },
      {
        path: "/security",
        component: lazyPage(async () => (await import("./security.tsx")).Security),
      },
      {
        path: "/devices",
        component: lazyPage(async () => (await import("./devices.tsx")).Devices),
      },
      {
        path: "/members",
        component: lazyPage(async () => (await import("./members.tsx")).Members),
      },
      {
        path: "/tokens",
        component: lazyPage(
          async () => (await import("#web/features/tokens/tokens-page.tsx")).TokensPage,
        ),
      },
      {
        path: "/service-accounts",
        component: lazyPage(
          async () => (await import("#web/features/tokens/services-page.tsx")).ServicesPage,
        ),
      },
      { path: "/roles", component: lazyPage(async () => (await import("./roles.tsx")).Roles) },
      {
        path: "/divisions",
        component: lazyPage(async () => (await import("./divisions.tsx")).Divisions),
      },
      {
        path: "/organization",
        component: lazyPage(async () => (await import("./organization.tsx")).Organization),
      },
      {
        path: "/webhooks",
        component: lazyPage(
          async () => (await import("#web/features/webhooks/webhooks-page.tsx")).WebhooksPage,
        ),
      },
      {
        path: "/data",
        component: lazyPage(
          async () => (await import("#web/features/exports/data-page.tsx")).DataPage,
        ),
      },
    ],
  },
];
