import type { WidgetView } from "#domain/dashboards/model.ts";
import { newId } from "#domain/ids.ts";

/** A widget that is not there yet. */
export const blankWidget = (dashboardId: string): WidgetView => ({
  id: newId("wdg"),
  dashboardId,
  version: 1,
  title: "",
  kind: "chart",
  sql: "",
  text: "",
  sourceIds: [],
  chart: null,
  layout: { x: 0, y: 0, w: 6, h: 5 },
  createdBy: "",
  createdAt: "",
  updatedAt: "",
  can: { write: true },
});
