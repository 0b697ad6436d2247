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
import { nameVersion, readVersion } from "./name-version.ts";
import { keepVersion, listVersions } from "./versions.ts";
import { commentRoutes } from "./comments/routes.ts";
import { scheduleRoutes } from "./schedule/routes.ts";
import { shareRoutes } from "./share/routes.ts";
import { keepWhenDue } from "./keep-when-due.ts";
import { dashboardKind, widgetKind } from "./kinds.ts";
import { listDashboards, listWidgets } from "./list.ts";

/** Routes of dashboards and their widgets. */
export const dashboardRoutes = [
  bind(api.listDashboards, (ctx, { query }) => listDashboards(ctx, query)),
  bind(api.createDashboard, (ctx, { body }) => createDashboard(ctx, body)),
  bind(api.readDashboard, (ctx, { params }) => readRecord(ctx, dashboardKind, params)),
  bind(api.updateDashboard, async (ctx, { params, body }) => {
    const dashboard = await updateRecord(ctx, dashboardKind, { ...params, ...body });
    keepWhenDue(ctx, dashboard.id);
    return dashboard;
  }),
  bind(api.deleteDashboard, (ctx, { params }) => deleteRecord(ctx, dashboardKind, params)),
  bind(api.restoreDashboard, (ctx, { params }) => restoreRecord(ctx, dashboardKind, params)),
  bind(widgetApi.listWidgets, (ctx, { query }) => listWidgets(ctx, query)),
  bind(widgetApi.createWidget, async (ctx, { body }) => {
    const widget = await createWidget(ctx, body);
    keepWhenDue(ctx, widget.dashboardId);
    return widget;
  }),
  bind(widgetApi.readWidget, (ctx, { params }) => readRecord(ctx, widgetKind, params)),
  bind(widgetApi.updateWidget, async (ctx, { params, body }) => {
    const widget = await updateRecord(ctx, widgetKind, { ...params, ...body });
    keepWhenDue(ctx, widget.dashboardId);
    return widget;
  }),
  bind(widgetApi.deleteWidget, (ctx, { params }) => deleteRecord(ctx, widgetKind, params)),
  bind(widgetApi.restoreWidget, (ctx, { params }) => restoreRecord(ctx, widgetKind, params)),
  ...shareRoutes,
  ...scheduleRoutes,
  ...commentRoutes,
  bind(versionApi.listVersions, (ctx, { params }) => listVersions(ctx, params)),
  bind(versionApi.keepVersion, (ctx, { params }) => keepVersion(ctx, params)),
  bind(versionApi.readVersion, (ctx, { params }) => readVersion(ctx, params)),
  bind(versionApi.nameVersion, (ctx, { params, body }) => nameVersion(ctx, { ...params, ...body })),
  bind(versionApi.restoreVersion, (ctx, { params }) => restoreVersion(ctx, params)),
];
