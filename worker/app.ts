import { Hono } from "hono";
import { mountApi } from "./platform/http/mount.ts";
import { missing, servePage } from "./platform/http/pages.ts";
import { socketRoutes } from "./platform/http/sockets.ts";
import type { AppEnv } from "./platform/http/vars.ts";
import { localOutbox } from "./platform/mail/outbox.ts";
import type { Bound } from "./platform/bind.ts";
import { askRoutes } from "./features/asks/routes.ts";
import { auditRoutes } from "./features/audit/routes.ts";
import { boardImportRoutes } from "./features/boards/imports/routes.ts";
import { boardRoutes } from "./features/boards/routes.ts";
import { clientRoutes } from "./features/clients/routes.ts";
import { connectionRoutes } from "./features/connections/routes.ts";
import { mailboxRoutes } from "./features/dashboards/schedule/mailbox-routes.ts";
import { dashboardRoutes } from "./features/dashboards/routes.ts";
import { noteRoutes } from "./features/notes/routes.ts";
import { notificationRoutes } from "./features/notifications/routes.ts";
import { ownDataRoutes } from "./features/own-data/routes.ts";
import { divisionRoutes } from "./features/divisions/routes.ts";
import { exportRoutes } from "./features/exports/routes.ts";
import { factorRoutes } from "./features/factors/routes.ts";
import { healthRoutes } from "./features/health/routes.ts";
import { identityRoutes } from "./features/identity/routes.ts";
import { liveRoutes } from "./features/live/routes.ts";
import { memberRoutes } from "./features/members/routes.ts";
import { organizationRoutes } from "./features/organization/routes.ts";
import { questionRoutes } from "./features/questions/routes.ts";
import { semanticRoutes } from "./features/semantic/routes.ts";
import { sourceRoutes } from "./features/sources/routes.ts";
import { supportRoutes } from "./features/support/routes.ts";
import { searchRoutes } from "./features/search/routes.ts";
import { webhookRoutes } from "./features/webhooks/routes.ts";
import { tokenRoutes } from "./features/tokens/routes.ts";
import { workspaceRoutes } from "./features/workspaces/routes.ts";

/** Every route of the API, feature by feature. */
export const ROUTES: readonly Bound[] = [
  ...healthRoutes,
  ...identityRoutes,
  ...factorRoutes,
  ...memberRoutes,
  ...divisionRoutes,
  ...organizationRoutes,
  ...supportRoutes,
  ...liveRoutes,
  ...searchRoutes,
  ...clientRoutes,
  ...noteRoutes,
  ...ownDataRoutes,
  ...workspaceRoutes,
  ...sourceRoutes,
  ...questionRoutes,
  ...semanticRoutes,
  ...dashboardRoutes,
  ...askRoutes,
  ...boardRoutes,
  ...boardImportRoutes,
  ...notificationRoutes,
  ...auditRoutes,
  ...webhookRoutes,
  ...connectionRoutes,
  ...exportRoutes,
  ...tokenRoutes,
];

/** The whole Worker as one Hono app. */
export function createApp(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.route("/api/v1", mountApi(ROUTES));
  app.route("/ws", socketRoutes());
  app.route("/mail", mailboxRoutes());
  app.route("/dev", localOutbox());
  app.get("*", servePage);
  app.notFound(missing);
  return app;
}
