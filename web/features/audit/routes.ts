import type { RouteDefinition } from "@solidjs/router";
import { lazyPage } from "#web/lib/lazy-page.ts";

/** The audit log and the access log. */
export const auditRoutes: RouteDefinition[] = [
  {
    path: "/audit",
    component: lazyPage(async () => (await import("./audit-page.tsx")).AuditPage),
  },
];
