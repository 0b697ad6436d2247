import * as api from "#domain/dashboards/api.ts";
import * as widgetApi from "#domain/dashboards/widgets-api.ts";
import * as versionApi from "#domain/dashboards/version.ts";
import { bind } from "#worker/platform/bind.ts";
import { readRecord } from "#worker/platform/records/kind.ts";
import { deleteRecord, restoreRecord } from "#worker/platform/records/life.ts";
import { updateRecord } from "#worker/platform/records/update.ts";
import { createDashboard } from "./create-dashboard.ts";
import { createWidget } from "./create-widget.ts";
import { restoreVersion } from "./restore-version.ts";
import { keepVersion, listVersions } from "./versions.ts";
import { scheduleRoutes } from "./schedule/routes.ts";
import { shareRoutes } from "./share/routes.ts";
import { dashboardKind, widgetKind } from "./kinds.ts";
import { listDashboards, listWidgets } from "./list.ts";

/** Routes of dashboards and their widgets. */
export const dashboardRoutes = [
  bind(api.listDashboards, (ctx, { query }) => listDashboards(ctx, query)),
  bind(api.createDashboard, (ctx, { body }) => createDashboard(ctx, body)),
  bind(api.readDashboard, (ctx, { params }) => readRecord(ctx, dashboardKind, params)),
  bind(api.updateDashboard, (ctx, { params, body }) =>
    updateRecord(ctx, dashboardKind, { ...params, ...body }),
  ),
  bind(api.deleteDashboard, (ctx, { params }) => deleteRecord(ctx, dashboardKind, params)),
  bind(api.restoreDashboard, (ctx, { params }) => restoreRecord(ctx, dashboardKind, params)),
  bind(widgetApi.listWidgets, (ctx, { query }) => listWidgets(ctx, query)),
  bind(widgetApi.createWidget, (ctx, { body }) => createWidget(ctx, body)),
  bind(widgetApi.readWidget, (ctx, { params }) => readRecord(ctx, widgetKind, params)),
  bind(widgetApi.updateWidget, (ctx, { params, body }) =>
    updateRecord(ctx, widgetKind, { ...params, ...body }),
  ),
  bind(widgetApi.deleteWidget, (ctx, { params }) => deleteRecord(ctx, widgetKind, params)),
  bind(widgetApi.restoreWidget, (ctx, { params }) => restoreRecord(ctx, widgetKind, params)),
  ...shareRoutes,
  ...scheduleRoutes,
  bind(versionApi.listVersions, (ctx, { params }) => listVersions(ctx, params)),
  bind(versionApi.keepVersion, (ctx, { params }) => keepVersion(ctx, params)),
  bind(versionApi.restoreVersion, (ctx, { params }) => restoreVersion(ctx, params)),
];
