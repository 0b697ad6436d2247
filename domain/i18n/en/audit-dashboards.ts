import type { Texts } from "../texts.ts";
import type { auditDashboards as fr } from "../fr/audit-dashboards.ts";

/** Words of the audit log for dashboards. */
export const auditDashboards = {
  actions: {
    "dashboard_figures.published": "Figures published",
    "dashboard_figures.withdrawn": "Figures taken back",
    "dashboard_link.created": "Public link created",
    "dashboard_link.revoked": "Public link taken back",
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
    dashboard_figures: "Published figures",
    dashboard_link: "Public link",
    dashboard_version: "Version of a dashboard",
    dashboard: "Dashboard",
    widget: "Widget",
  },
  fields: {
    widgets: "Widgets",
    keepCurrent: "Kept current",
    bytes: "Bytes",
    computedAt: "Computed on",
    revokedAt: "Taken back on",
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
