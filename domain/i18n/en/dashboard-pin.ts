import type { dashboardPin as fr } from "../fr/dashboard-pin.ts";
import type { Texts } from "../texts.ts";

/** Words for pinning an answer to a dashboard. */
export const dashboardPin = {
  title: "Pin to a dashboard",
  body: "The answer becomes a widget there, computed anew on the data of the moment.",
  submit: "Pin",
  workspace: "Workspace",
  newWorkspace: "New workspace for this file",
  dashboard: "Dashboard",
  newDashboard: "New dashboard",
  dashboardTitle: "Title of the dashboard",
  untitled: "Dashboard",
  widgetTitle: "Title of the widget",
  pinned: (title: string, dashboard: string) => `“${title}” pinned to “${dashboard}”`,
  open: "Open",
} satisfies Texts<typeof fr>;
