import { getTableColumns } from "drizzle-orm";
import type {
  DashboardRecord,
  DashboardView,
  WidgetRecord,
  WidgetView,
} from "#domain/dashboards/model.ts";
import { can, type Actor } from "#domain/permissions.ts";
import { dashboards, widgets } from "./schema.ts";

const { deletedAt: _dashboardDeleted, ...ofDashboard } = getTableColumns(dashboards);
const { deletedAt: _widgetDeleted, ...ofWidget } = getTableColumns(widgets);

/** The columns of a `DashboardRecord`. */
export const dashboardColumns = ofDashboard;
/** The columns of a `WidgetRecord`. */
export const widgetColumns = ofWidget;

type Reader = Pick<Actor, "permissions">;

/** A dashboard as this person sees it. */
export function dashboardView(record: DashboardRecord, actor: Reader): DashboardView {
  return {
    ...record,
    can: { write: can(actor, "analytics.write"), share: can(actor, "analytics.share") },
  };
}

/** A widget as this person sees it. */
export function widgetView(record: WidgetRecord, actor: Reader): WidgetView {
  return { ...record, can: { write: can(actor, "analytics.write") } };
}

/** The fields whose value really changes. */
export function differing<T extends object>(before: T, changes: object): Partial<T> {
  const entries = Object.entries(changes).filter(
    ([field, value]) =>
      value !== undefined &&
      JSON.stringify(value) !== JSON.stringify((before as Record<string, unknown>)[field]),
  );
  return Object.fromEntries(entries) as Partial<T>;
}
