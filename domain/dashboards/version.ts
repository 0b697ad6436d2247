import { z } from "zod";
import { defineEvents } from "#domain/events.ts";
import { idSchema } from "#domain/ids.ts";
import { nameLine } from "#domain/line.ts";
import { defineRoute } from "#domain/route.ts";
import { DashboardId, DashboardView, WidgetFields, WidgetId } from "./model.ts";
import { Parameters } from "./parameters.ts";

export const VersionId = idSchema("dvr");

/** What a version holds: everything that people decide of a dashboard. */
export const VersionContent = z.strictObject({
  title: z.string(),
  parameters: Parameters,
  widgets: z.array(WidgetFields.extend({ id: WidgetId, title: z.string() })),
});
export type VersionContent = z.infer<typeof VersionContent>;

/** How a dashboard was at some time. It is never changed. */
const VersionRecord = z.strictObject({
  id: VersionId,
  dashboardId: DashboardId,
  content: VersionContent,
  /** Empty unless somebody named it. */
  name: z.string(),
  createdBy: idSchema("usr"),
  createdAt: z.iso.datetime(),
});
export type VersionRecord = z.infer<typeof VersionRecord>;

/** A version with everything that it holds. */
export const VersionView = VersionRecord.meta({ id: "DashboardVersionContent" });
export type VersionView = z.infer<typeof VersionView>;

/** A version in a list: who kept it and when, and what it held by name. */
const VersionItem = VersionRecord.omit({ content: true })
  .extend({
    title: z.string(),
    widgets: z.array(z.strictObject({ id: WidgetId, title: z.string() })),
  })
  .meta({ id: "DashboardVersion" });
export type VersionItem = z.infer<typeof VersionItem>;

/** What happens to versions. */
export const versionEvent = defineEvents<
  Omit<VersionRecord, "content"> & { title: string },
  "kept" | "updated"
>({
  entity: "dashboard_version",
  topic: "dashboards",
  permission: "analytics.read",
  actions: ["kept", "updated"],
  edits: ["updated"],
  silent: ["id", "createdAt"],
  label: ({ title }) => title,
  search: () => null,
});

const byId = z.strictObject({ id: DashboardId });

export const listVersions = defineRoute({
  method: "get",
  path: "/dashboards/{id}/versions",
  permission: "analytics.read",
  summary: "List the last hundred versions of a dashboard, newest first",
  params: byId,
  output: z.strictObject({ items: z.array(VersionItem) }),
  errors: ["dashboard.not_found"],
});

export const keepVersion = defineRoute({
  method: "post",
  path: "/dashboards/{id}/versions",
  permission: "analytics.write",
  summary: "Keep the dashboard as it is now; what is already kept so is answered",
  params: byId,
  output: VersionItem,
  status: 201,
  errors: ["dashboard.not_found"],
});

export const restoreVersion = defineRoute({
  method: "post",
  path: "/dashboards/{id}/versions/{version}/restore",
  permission: "analytics.write",
  summary: "Make a dashboard what it was in a version; what it is now is kept as a version first",
  params: byId.extend({ version: VersionId }),
  output: DashboardView,
  errors: ["dashboard.not_found", "dashboard.version_not_found", "conflict.version"],
});

export const readVersion = defineRoute({
  method: "get",
  path: "/dashboards/{id}/versions/{version}",
  permission: "analytics.read",
  summary: "Read a version with everything that it holds",
  params: byId.extend({ version: VersionId }),
  output: VersionView,
  errors: ["dashboard.not_found", "dashboard.version_not_found"],
});

export const nameVersion = defineRoute({
  method: "patch",
  path: "/dashboards/{id}/versions/{version}",
  permission: "analytics.write",
  summary: "Name a version; an empty name takes its name away",
  params: byId.extend({ version: VersionId }),
  body: z.strictObject({ name: z.union([nameLine(100), z.literal("")]) }),
  output: VersionItem,
  errors: ["dashboard.not_found", "dashboard.version_not_found"],
});
