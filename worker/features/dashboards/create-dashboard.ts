import { dashboardEvent } from "#domain/dashboards/events.ts";
import type { DashboardInput, DashboardRecord, DashboardView } from "#domain/dashboards/model.ts";
import { Fault, fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { workspaceGuard } from "#worker/features/workspaces/living.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert } from "#worker/platform/writes.ts";
import { dashboardKind } from "./kinds.ts";
import { dashboards } from "./schema.ts";

/** Adds a dashboard to a workspace. Error: `workspace.not_found`. */
export async function createDashboard(ctx: Ctx, input: DashboardInput): Promise<DashboardView> {
  const now = isoNow(ctx.clock);
  const actor = await ctx.actor();
  const record: DashboardRecord = {
    ...input,
    id: newId("dsb", ctx.clock.now()),
    version: 1,
    createdBy: actor.userId,
    createdAt: now,
    updatedAt: now,
  };
  return commit(ctx, {
    writes: [workspaceGuard(input.workspaceId), insert(dashboards, record)],
    events: [dashboardEvent("created", { before: null, after: record })],
    answer: dashboardKind.view(record, actor),
  }).catch((error: unknown) => {
    if (!(error instanceof Fault) || error.code !== "conflict.version") throw error;
    return fail("workspace.not_found", { id: input.workspaceId });
  });
}
