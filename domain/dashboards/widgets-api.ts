import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { DashboardId, WidgetChanges, WidgetId, WidgetInput, WidgetView } from "./model.ts";

const byId = z.strictObject({ id: WidgetId });

export const listWidgets = defineRoute({
  method: "get",
  path: "/widgets",
  permission: "analytics.read",
  summary: "List widgets, oldest first, page by page",
  query: z.strictObject({
    dashboard: DashboardId.optional(),
    /** The id of the last widget that was read: `nextCursor`. */
    cursor: WidgetId.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ items: z.array(WidgetView), nextCursor: z.string().nullable() }),
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
