import { z } from "zod";
import { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { linesOf } from "#domain/boards/lines.ts";
import { idSchema } from "#domain/ids.ts";
import { nameLine } from "#domain/line.ts";
import { namesOne, onceEach, recordOf } from "#domain/record.ts";
import { Layout } from "./layout.ts";
import { Parameters } from "./parameters.ts";

export const DashboardId = idSchema("dsb");
export const WidgetId = idSchema("wdg");
export const WorkspaceRef = idSchema("wsp");

/** Widgets of one dashboard: more than anybody reads, and what one restore of a version may write. */
export const MOST_WIDGETS = 40;

const can = z.strictObject({ write: z.boolean(), share: z.boolean() });

const dashboardFields = { title: nameLine(200), parameters: Parameters };

/** A new dashboard: its workspace and its title. */
export const DashboardInput = z.strictObject({
  workspaceId: WorkspaceRef,
  title: dashboardFields.title,
  parameters: dashboardFields.parameters.default([]),
});
export type DashboardInput = z.output<typeof DashboardInput>;

/** Some fields of a dashboard, at least one. */
export const DashboardChanges = z
  .strictObject(dashboardFields)
  .partial()
  .refine(...namesOne);
export type DashboardChanges = z.infer<typeof DashboardChanges>;

/** A dashboard as it is stored and published. Instants are ISO UTC. */
const DashboardRecord = z.strictObject({
  ...recordOf("dsb"),
  workspaceId: WorkspaceRef,
  /** As it was written: by whatever rules held then. */
  title: z.string(),
  parameters: Parameters,
});
export type DashboardRecord = z.infer<typeof DashboardRecord>;

/** A dashboard as one reader sees it. */
export const DashboardView = DashboardRecord.extend({ can }).meta({ id: "Dashboard" });
export type DashboardView = z.infer<typeof DashboardView>;

const widgetFields = {
  title: nameLine(200),
  kind: z.enum(["chart", "number", "table", "text"]),
  /** What it asks; empty for a text. */
  sql: linesOf(20_000),
  /** Markdown, of a text widget. */
  text: linesOf(10_000),
  /** The data sources that the SQL reads, where they are known. */
  sourceIds: onceEach("src", 20),
  /** Null lets the result's shape choose. */
  chart: ChartSpec.nullable(),
  layout: Layout,
};

/** What people decide of a widget. */
export const WidgetFields = z.strictObject(widgetFields);
export type WidgetFields = z.infer<typeof WidgetFields>;

/** A new widget. */
export const WidgetInput = z.strictObject({
  dashboardId: DashboardId,
  title: widgetFields.title,
  kind: widgetFields.kind,
  sql: widgetFields.sql.default(""),
  text: widgetFields.text.default(""),
  sourceIds: widgetFields.sourceIds.default([]),
  chart: widgetFields.chart.default(null),
  layout: widgetFields.layout,
});
export type WidgetInput = z.output<typeof WidgetInput>;

/** Some fields of a widget, at least one. */
export const WidgetChanges = WidgetFields.partial().refine(...namesOne);
export type WidgetChanges = { [K in keyof WidgetFields]?: WidgetFields[K] | undefined };

/** A widget as it is stored and published. */
const WidgetRecord = WidgetFields.extend({
  ...recordOf("wdg"),
  dashboardId: DashboardId,
  title: z.string(),
});
export type WidgetRecord = z.infer<typeof WidgetRecord>;

/** A widget as one reader sees it. */
export const WidgetView = WidgetRecord.extend({ can: can.omit({ share: true }) }).meta({
  id: "Widget",
});
export type WidgetView = z.infer<typeof WidgetView>;
