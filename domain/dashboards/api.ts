import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import {
  DashboardChanges,
  DashboardId,
  DashboardInput,
  DashboardView,
  WorkspaceRef,
} from "./model.ts";

const byId = z.strictObject({ id: DashboardId });

export const listDashboards = defineRoute({
  method: "get",
  path: "/dashboards",
  permission: "analytics.read",
  summary: "List dashboards, oldest first, page by page",
  query: z.strictObject({
    workspace: WorkspaceRef.optional(),
    /** The id of the last dashboard that was read: `nextCursor`. */
    cursor: DashboardId.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ items: z.array(DashboardView), nextCursor: z.string().nullable() }),
});

export const createDashboard = defineRoute({
  method: "post",
  path: "/dashboards",
  permission: "analytics.write",
  summary: "Create a dashboard in a workspace",
  body: DashboardInput,
  output: DashboardView,
  status: 201,
});

export const readDashboard = defineRoute({
  method: "get",
  path: "/dashboards/{id}",
  permission: "analytics.read",
  summary: "Read a dashboard without its widgets",
  params: byId,
  output: DashboardView,
  errors: ["dashboard.not_found"],
});

export const updateDashboard = defineRoute({
  method: "patch",
  path: "/dashboards/{id}",
  permission: "analytics.write",
  summary: "Change the title or the parameters of a dashboard",
  params: byId,
  body: z.strictObject({ version: z.int().positive(), changes: DashboardChanges }),
  output: DashboardView,
  errors: ["dashboard.not_found", "conflict.version"],
});

export const deleteDashboard = defineRoute({
  method: "delete",
  path: "/dashboards/{id}",
  permission: "analytics.write",
  summary: "Delete a dashboard; it can be restored with its widgets",
  params: byId,
  output: z.null(),
  status: 204,
  errors: ["dashboard.not_found", "conflict.version"],
});

export const restoreDashboard = defineRoute({
  method: "post",
  path: "/dashboards/{id}/restore",
  permission: "analytics.write",
  summary: "Bring a deleted dashboard back",
  params: byId,
  output: DashboardView,
  errors: ["dashboard.not_found", "conflict.version"],
});
