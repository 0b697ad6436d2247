import { desc, eq } from "drizzle-orm";
import type { Ctx } from "#worker/platform/context.ts";
import { changesOf } from "./changes-of.ts";
import { dashboards, dashboardVersions } from "./schema.ts";
import { keepVersion } from "./versions.ts";

/** A version is kept after so many changes, and with the first change when the last one is older than a day. */
const [MOST_CHANGES, OLDEST_MS] = [30, 86_400_000];

async function isDue(ctx: Ctx, dashboardId: string): Promise<boolean> {
  const [changes, [last], [dashboard]] = await Promise.all([
    changesOf(ctx, dashboardId),
    ctx.db
      .select({ changes: dashboardVersions.changes, at: dashboardVersions.createdAt })
      .from(dashboardVersions)
      .where(eq(dashboardVersions.dashboardId, dashboardId))
      .orderBy(desc(dashboardVersions.id))
      .limit(1),
    ctx.db
      .select({ at: dashboards.createdAt })
      .from(dashboards)
      .where(eq(dashboards.id, dashboardId)),
  ]);
  if (!dashboard) return false;
  const since = changes - (last?.changes ?? 0);
  const age = ctx.clock.now() - Date.parse(last?.at ?? dashboard.at);
  return since >= MOST_CHANGES || (since > 0 && age >= OLDEST_MS);
}

/** Keeps a version beside the answer to a change, when one is due. What fails here is tried with the next change. */
export function keepWhenDue(ctx: Ctx, dashboardId: string): void {
  const work = async () => {
    // The key of the request belongs to the change itself.
    if (await isDue(ctx, dashboardId))
      await keepVersion({ ...ctx, idempotency: null }, { id: dashboardId });
  };
  ctx.defer(work().catch(() => undefined));
}
