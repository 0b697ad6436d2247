import type { Texts } from "../texts.ts";
import type { auditDashboards as fr } from "../fr/audit-dashboards.ts";

/** Words of the audit log for dashboards. */
export const auditDashboards = {
  actions: {
    "dashboard.created": "Dashboard created",
    "dashboard.updated": "Dashboard changed",
    "dashboard.deleted": "Dashboard deleted",
    "dashboard.restored": "Dashboard restored",
    "widget.created": "Widget added",
    "widget.updated": "Widget changed",
    "widget.deleted": "Widget taken off",
    "widget.restored": "Widget restored",
    "dashboard_version.kept": "Version kept",
  },
  entities: {
    dashboard_version: "Version of a dashboard",
    dashboard: "Dashboard",
    widget: "Widget",
  },
  fields: {
    workspaceId: "Workspace",
    dashboardId: "Dashboard",
    parameters: "Filters",
    kind: "Kind",
    sql: "SQL",
    sourceIds: "Sources",
    chart: "Chart",
    layout: "Place",
  },
} satisfies Texts<typeof fr>;
