import { dashboardEvent } from "#domain/dashboards/events.ts";
import type { DashboardChanges, DashboardRecord, DashboardView } from "#domain/dashboards/model.ts";
import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update } from "#worker/platform/writes.ts";
import { findDashboard } from "./queries.ts";
import { dashboardView, differing } from "./record.ts";
import { dashboards } from "./schema.ts";

interface UpdateInput {
  id: string;
  version: number;
  changes: DashboardChanges;
}

/**
 * Changes some fields of a dashboard. What is already so is answered without a write.
 * Errors: `dashboard.not_found`, `conflict.version` with `params.current`.
 */
export async function updateDashboard(ctx: Ctx, input: UpdateInput): Promise<DashboardView> {
  const [before, actor] = await Promise.all([findDashboard(ctx, input.id), ctx.actor()]);
  if (!before) return fail("dashboard.not_found", { id: input.id });
  const changes = differing(before, input.changes);
  if (Object.keys(changes).length === 0) return dashboardView(before, actor);
  if (before.version !== input.version) {
    return fail("conflict.version", { current: dashboardView(before, actor) });
  }
  const set = { ...changes, updatedAt: isoNow(ctx.clock) };
  const after: DashboardRecord = { ...before, ...set, version: before.version + 1 };
  return commit(ctx, {
    writes: [update(dashboards, before, set)],
    events: [dashboardEvent("updated", { before, after })],
    answer: dashboardView(after, actor),
    current: async () => {
      const now = await findDashboard(ctx, input.id);
      return now && dashboardView(now, actor);
    },
  });
}
