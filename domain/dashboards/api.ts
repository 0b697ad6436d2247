import { z } from "zod";
import { listing, pageOf } from "#domain/listing.ts";
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
  summary: "List dashboards, newest first, page by page",
  query: z.strictObject({ ...listing, workspace: WorkspaceRef.optional() }),
  output: pageOf(DashboardView),
  errors: ["list.cursor_invalid"],
});

export const createDashboard = defineRoute({
  method: "post",
  path: "/dashboards",
  permission: "analytics.write",
  summary: "Create a dashboard in a workspace",
  body: DashboardInput,
  output: DashboardView,
  status: 201,
  errors: ["workspace.not_found"],
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
