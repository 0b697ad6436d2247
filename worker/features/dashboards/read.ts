import type { DashboardView, WidgetView } from "#domain/dashboards/model.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findDashboard, findWidget } from "./queries.ts";
import { dashboardView, widgetView } from "./record.ts";

/** One dashboard. Error: `dashboard.not_found`, for deleted ones too. */
export async function readDashboard(ctx: Ctx, { id }: { id: string }): Promise<DashboardView> {
  const [record, actor] = await Promise.all([findDashboard(ctx, id), ctx.actor()]);
  return record ? dashboardView(record, actor) : fail("dashboard.not_found", { id });
}

/** One widget. Error: `widget.not_found`, also when its dashboard was deleted. */
export async function readWidget(ctx: Ctx, { id }: { id: string }): Promise<WidgetView> {
  const [record, actor] = await Promise.all([findWidget(ctx, id), ctx.actor()]);
  return record ? widgetView(record, actor) : fail("widget.not_found", { id });
}
