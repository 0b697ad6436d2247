import { eq } from "drizzle-orm";
import type { Published } from "#domain/dashboards/share/model.ts";
import { fail } from "#domain/errors.ts";
import { dashboardKind } from "#worker/features/dashboards/kinds.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { dashboardFigures } from "./schema.ts";

type Row = typeof dashboardFigures.$inferSelect;

/** What is published of a dashboard, or undefined. */
export async function findPublished(ctx: Ctx, dashboardId: string): Promise<Row | undefined> {
  const query = ctx.db.select().from(dashboardFigures);
  return (await query.where(eq(dashboardFigures.id, dashboardId)))[0];
}

/** What is published as people see it. */
export function publishedView({
  id,
  file: _file,
  previousFile: _previous,
  ...rest
}: Row): Published {
  return { dashboardId: id, ...rest };
}

/** A dashboard that stands, with what is published of it and who asks. Error: `dashboard.not_found`. */
export async function dashboardToShare(ctx: Ctx, id: string) {
  const [dashboard, published, actor] = await Promise.all([
    findRecord(ctx, dashboardKind, id),
    findPublished(ctx, id),
    ctx.actor(),
  ]);
  return { dashboard: dashboard ?? fail("dashboard.not_found", { id }), published, actor };
}

/** What is published of a dashboard, without the figures. Error: `dashboard.not_found`. */
export async function readPublished(ctx: Ctx, { id }: { id: string }) {
  const { published } = await dashboardToShare(ctx, id);
  return { published: published ? publishedView(published) : null };
}
