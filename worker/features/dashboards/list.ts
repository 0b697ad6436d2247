import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { listDashboards as dashboardsDefinition } from "#domain/dashboards/api.ts";
import type { listWidgets as widgetsDefinition } from "#domain/dashboards/widgets-api.ts";
import type { DashboardRecord, WidgetRecord } from "#domain/dashboards/model.ts";
import type { AnswerOf } from "#domain/route.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { listRecords } from "#worker/platform/records/list.ts";
import { dashboardKind, widgetKind } from "./kinds.ts";
import { dashboards, widgets } from "./schema.ts";

/** One page of dashboards, newest first. Error: `list.cursor_invalid`. */
export function listDashboards(
  ctx: Ctx,
  query: z.output<typeof dashboardsDefinition.query>,
): Promise<AnswerOf<typeof dashboardsDefinition>> {
  const { workspace } = query;
  return listRecords(ctx, dashboardKind, query, {
    entity: "dashboard",
    where: workspace ? eq(dashboards.workspaceId, workspace) : undefined,
    view: (row: DashboardRecord, actor) => dashboardKind.view(row, actor),
  });
}

/** One page of widgets, newest first. Error: `list.cursor_invalid`. */
export function listWidgets(
  ctx: Ctx,
  query: z.output<typeof widgetsDefinition.query>,
): Promise<AnswerOf<typeof widgetsDefinition>> {
  const { dashboard } = query;
  return listRecords(ctx, widgetKind, query, {
    entity: "widget",
    where: dashboard ? eq(widgets.dashboardId, dashboard) : undefined,
    view: (row: WidgetRecord, actor) => widgetKind.view(row, actor),
  });
}
