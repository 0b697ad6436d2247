import { and, asc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { DashboardRecord, WidgetRecord } from "#domain/dashboards/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { dashboardColumns, widgetColumns } from "./record.ts";
import { dashboards, widgets } from "./schema.ts";

type Life = "living" | "deleted";
const of = (table: typeof dashboards | typeof widgets, life: Life) =>
  life === "living" ? isNull(table.deletedAt) : isNotNull(table.deletedAt);

/** One dashboard, or null. */
export async function findDashboard(
  ctx: Ctx,
  id: string,
  life: Life = "living",
): Promise<DashboardRecord | null> {
  const rows = await ctx.db
    .select(dashboardColumns)
    .from(dashboards)
    .where(and(eq(dashboards.id, id), of(dashboards, life)));
  return rows[0] ?? null;
}

const dashboardLives = sql`EXISTS (SELECT 1 FROM dashboards WHERE dashboards.id = ${widgets.dashboardId}
  AND dashboards.deleted_at IS NULL)`;

/** One widget of a dashboard that is there, or null. */
export async function findWidget(
  ctx: Ctx,
  id: string,
  life: Life = "living",
): Promise<WidgetRecord | null> {
  const rows = await ctx.db
    .select(widgetColumns)
    .from(widgets)
    .where(and(eq(widgets.id, id), of(widgets, life), dashboardLives));
  return rows[0] ?? null;
}

interface Page {
  cursor?: string | undefined;
  limit: number;
}

/** Up to `limit` dashboards, oldest first. */
export function pageDashboards(
  ctx: Ctx,
  { workspace, cursor, limit }: Page & { workspace?: string | undefined },
) {
  return ctx.db
    .select(dashboardColumns)
    .from(dashboards)
    .where(
      and(
        isNull(dashboards.deletedAt),
        workspace ? eq(dashboards.workspaceId, workspace) : undefined,
        cursor ? gt(dashboards.id, cursor) : undefined,
      ),
    )
    .orderBy(asc(dashboards.id))
    .limit(limit);
}

/** Up to `limit` widgets of dashboards that are there, oldest first. */
export function pageWidgets(
  ctx: Ctx,
  { dashboard, cursor, limit }: Page & { dashboard?: string | undefined },
) {
  return ctx.db
    .select(widgetColumns)
    .from(widgets)
    .where(
      and(
        isNull(widgets.deletedAt),
        dashboardLives,
        dashboard ? eq(widgets.dashboardId, dashboard) : undefined,
        cursor ? gt(widgets.id, cursor) : undefined,
      ),
    )
    .orderBy(asc(widgets.id))
    .limit(limit);
}

/** How many widgets stand on a dashboard. */
export async function countWidgets(ctx: Ctx, dashboardId: string): Promise<number> {
  const rows = await ctx.db
    .select({ n: sql<number>`count(*)` })
    .from(widgets)
    .where(and(eq(widgets.dashboardId, dashboardId), isNull(widgets.deletedAt)));
  return rows[0]?.n ?? 0;
}
