import { eq, sql } from "drizzle-orm";
import { dashboards, widgets } from "#worker/features/dashboards/schema.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { dashboardComments } from "./schema.ts";

/**
 * Where these comments stand, by their ids, and what those say that can be read: nothing where the comment, its dashboard or its
 * workspace was deleted.
 */
export async function toldComments(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const workspace = sql`FROM workspaces WHERE id = ${dashboards.workspaceId}`;
  const rows = await ctx.db
    .select({
      id: dashboardComments.id,
      workspaceId: dashboards.workspaceId,
      workspaceTitle: sql<string>`(SELECT title ${workspace})`,
      dashboardTitle: dashboards.title,
      widgetTitle: widgets.title,
      text: sql<string | null>`CASE WHEN ${dashboardComments.deletedAt} IS NULL
        AND ${dashboards.deletedAt} IS NULL AND (SELECT deleted_at ${workspace}) IS NULL
        THEN ${dashboardComments.text} END`,
    })
    .from(dashboardComments)
    .innerJoin(dashboards, eq(dashboards.id, dashboardComments.dashboardId))
    .leftJoin(widgets, eq(widgets.id, sql`${dashboardComments.widgetId}`))
    .where(sql`${dashboardComments.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
  return new Map(rows.map(({ id, ...told }) => [id, told]));
}
