import { getTableColumns, sql } from "drizzle-orm";
import { dashboardEvent, widgetEvent } from "#domain/dashboards/events.ts";
import type {
  DashboardRecord,
  DashboardView,
  WidgetRecord,
  WidgetView,
} from "#domain/dashboards/model.ts";
import { can } from "#domain/permissions.ts";
import { inLiving } from "#worker/features/workspaces/living.ts";
import type { RecordKind } from "#worker/platform/records/kind.ts";
import { dashboards, widgets } from "./schema.ts";

const { deletedAt: _dashboardDeleted, ...ofDashboard } = getTableColumns(dashboards);
const { deletedAt: _widgetDeleted, ...ofWidget } = getTableColumns(widgets);

/** Dashboards, for the verbs of every record. */
export const dashboardKind: RecordKind<DashboardRecord, DashboardView> = {
  table: dashboards,
  columns: ofDashboard,
  within: inLiving(dashboards.workspaceId),
  missing: "dashboard.not_found",
  event: dashboardEvent,
  view: (record, actor) => ({
    ...record,
    can: { write: can(actor, "analytics.write"), share: can(actor, "analytics.share") },
  }),
};

/** Widgets of dashboards that stand. */
export const widgetKind: RecordKind<WidgetRecord, WidgetView> = {
  table: widgets,
  columns: ofWidget,
  within: sql`${widgets.dashboardId} IN (SELECT id FROM dashboards WHERE deleted_at IS NULL
    AND workspace_id IN (SELECT id FROM workspaces WHERE deleted_at IS NULL))`,
  missing: "widget.not_found",
  event: widgetEvent,
  view: (record, actor) => ({ ...record, can: { write: can(actor, "analytics.write") } }),
};
