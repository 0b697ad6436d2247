import * as api from "#domain/dashboards/api.ts";
import * as widgetApi from "#domain/dashboards/widgets-api.ts";
import { bind } from "#worker/platform/bind.ts";
import { createDashboard } from "./create-dashboard.ts";
import { createWidget } from "./create-widget.ts";
import { deleteDashboard, deleteWidget, restoreDashboard, restoreWidget } from "./life.ts";
import { listDashboards, listWidgets } from "./list.ts";
import { readDashboard, readWidget } from "./read.ts";
import { updateDashboard } from "./update-dashboard.ts";
import { updateWidget } from "./update-widget.ts";

/** Routes of dashboards and their widgets. */
export const dashboardRoutes = [
  bind(api.listDashboards, (ctx, { query }) => listDashboards(ctx, query)),
  bind(api.createDashboard, (ctx, { body }) => createDashboard(ctx, body)),
  bind(api.readDashboard, (ctx, { params }) => readDashboard(ctx, params)),
  bind(api.updateDashboard, (ctx, { params, body }) =>
    updateDashboard(ctx, { ...params, ...body }),
  ),
  bind(api.deleteDashboard, (ctx, { params }) => deleteDashboard(ctx, params)),
  bind(api.restoreDashboard, (ctx, { params }) => restoreDashboard(ctx, params)),
  bind(widgetApi.listWidgets, (ctx, { query }) => listWidgets(ctx, query)),
  bind(widgetApi.createWidget, (ctx, { body }) => createWidget(ctx, body)),
  bind(widgetApi.readWidget, (ctx, { params }) => readWidget(ctx, params)),
  bind(widgetApi.updateWidget, (ctx, { params, body }) =>
    updateWidget(ctx, { ...params, ...body }),
  ),
  bind(widgetApi.deleteWidget, (ctx, { params }) => deleteWidget(ctx, params)),
  bind(widgetApi.restoreWidget, (ctx, { params }) => restoreWidget(ctx, params)),
];
