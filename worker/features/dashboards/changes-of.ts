import { eq, sum } from "drizzle-orm";
import type { Ctx } from "#worker/platform/context.ts";
import { dashboards, widgets } from "./schema.ts";

/** How often a dashboard and its widgets were ever changed: the sum of their versions. */
export async function changesOf(ctx: Ctx, dashboardId: string): Promise<number> {
  const [[dashboard], [all]] = await Promise.all([
    ctx.db
      .select({ version: dashboards.version })
      .from(dashboards)
      .where(eq(dashboards.id, dashboardId)),
    ctx.db
      .select({ versions: sum(widgets.version).mapWith(Number) })
      .from(widgets)
      .where(eq(widgets.dashboardId, dashboardId)),
  ]);
  return (dashboard?.version ?? 0) + (all?.versions ?? 0);
}
