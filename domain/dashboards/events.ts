import { defineEvents } from "#domain/events.ts";
import type { DashboardRecord, WidgetRecord } from "./model.ts";

type Life = "created" | "updated" | "deleted" | "restored";
const actions = ["created", "updated", "deleted", "restored"] as const;
const silent = ["id", "createdAt", "updatedAt"] as const;

/** The address of a dashboard in the web. */
export const dashboardPath = (dashboard: Pick<DashboardRecord, "id" | "workspaceId">): string =>
  `/analytics/w/${dashboard.workspaceId}/d/${dashboard.id}`;

/** What happens to dashboards. Audit, live pages and search follow from it. */
export const dashboardEvent = defineEvents<DashboardRecord, Life>({
  entity: "dashboard",
  topic: "dashboards",
  permission: "analytics.read",
  actions,
  edits: ["updated"],
  silent,
  search: (dashboard) => ({
    title: dashboard.title,
    subtitle: "",
    body: "",
    href: dashboardPath(dashboard),
  }),
});

/** What happens to widgets, on the topic of their dashboards. They are found by their dashboard, not by search. */
export const widgetEvent = defineEvents<WidgetRecord, Life>({
  entity: "widget",
  topic: "dashboards",
  permission: "analytics.read",
  actions,
  edits: ["updated"],
  silent,
  label: (widget) => widget.title,
  search: () => null,
});
