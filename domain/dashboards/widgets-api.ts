import { z } from "zod";
import { listing, pageOf } from "#domain/listing.ts";
import { defineRoute } from "#domain/route.ts";
import { DashboardId, WidgetChanges, WidgetId, WidgetInput, WidgetView } from "./model.ts";

const byId = z.strictObject({ id: WidgetId });

export const listWidgets = defineRoute({
  method: "get",
  path: "/widgets",
  permission: "analytics.read",
  summary: "List widgets, newest first, page by page",
  query: z.strictObject({
    dashboard: DashboardId.optional(),
    cursor: listing.cursor,
    limit: listing.limit,
  }),
  output: pageOf(WidgetView),
  errors: ["list.cursor_invalid"],
});

export const createWidget = defineRoute({
  method: "post",
  path: "/widgets",
  permission: "analytics.write",
  summary: "Put a widget on a dashboard",
  body: WidgetInput,
  output: WidgetView,
  status: 201,
  errors: ["dashboard.not_found", "dashboard.full"],
});

export const readWidget = defineRoute({
  method: "get",
  path: "/widgets/{id}",
  permission: "analytics.read",
  summary: "Read a widget",
  params: byId,
  output: WidgetView,
  errors: ["widget.not_found"],
});

export const updateWidget = defineRoute({
  method: "patch",
  path: "/widgets/{id}",
  permission: "analytics.write",
  summary: "Move, resize or change a widget",
  params: byId,
  body: z.strictObject({ version: z.int().positive(), changes: WidgetChanges }),
  output: WidgetView,
  errors: ["widget.not_found", "conflict.version"],
});

export const deleteWidget = defineRoute({
  method: "delete",
  path: "/widgets/{id}",
  permission: "analytics.write",
  summary: "Take a widget off its dashboard; it can be restored",
  params: byId,
  output: z.null(),
  status: 204,
  errors: ["widget.not_found", "conflict.version"],
});

export const restoreWidget = defineRoute({
  method: "post",
  path: "/widgets/{id}/restore",
  permission: "analytics.write",
  summary: "Bring a deleted widget back where it stood",
  params: byId,
  output: WidgetView,
  errors: ["widget.not_found", "conflict.version"],
});
