import { dashboardEvent, widgetEvent } from "#domain/dashboards/events.ts";
import type { DashboardView, WidgetView } from "#domain/dashboards/model.ts";
import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update } from "#worker/platform/writes.ts";
import { findDashboard, findWidget } from "./queries.ts";
import { dashboardView, widgetView } from "./record.ts";
import { dashboards, widgets } from "./schema.ts";

interface ById {
  id: string;
}

/** A record that goes or comes back: its next version, and what is written of it. */
function turn<T extends { version: number; updatedAt: string }>(
  ctx: Ctx,
  before: T,
  goes: boolean,
) {
  const now = isoNow(ctx.clock);
  return {
    after: { ...before, updatedAt: now, version: before.version + 1 },
    set: { updatedAt: now, deletedAt: goes ? now : null },
  };
}

/** Deletes a dashboard, with its widgets out of sight. Errors: `dashboard.not_found`, `conflict.version`. */
export async function deleteDashboard(ctx: Ctx, { id }: ById): Promise<null> {
  const before = await findDashboard(ctx, id);
  if (!before) return fail("dashboard.not_found", { id });
  const writes = [update(dashboards, before, turn(ctx, before, true).set)];
  const events = [dashboardEvent("deleted", { before, after: null })];
  return commit(ctx, { writes, events, answer: null });
}

/** Brings a deleted dashboard back. Errors: `dashboard.not_found` when no deleted one has this id, `conflict.version`. */
export async function restoreDashboard(ctx: Ctx, { id }: ById): Promise<DashboardView> {
  const [before, actor] = await Promise.all([findDashboard(ctx, id, "deleted"), ctx.actor()]);
  if (!before) return fail("dashboard.not_found", { id });
  const { after, set } = turn(ctx, before, false);
  return commit(ctx, {
    writes: [update(dashboards, before, set)],
    events: [dashboardEvent("restored", { before: null, after })],
    answer: dashboardView(after, actor),
  });
}

/** Takes a widget off its dashboard. Errors: `widget.not_found`, `conflict.version`. */
export async function deleteWidget(ctx: Ctx, { id }: ById): Promise<null> {
  const before = await findWidget(ctx, id);
  if (!before) return fail("widget.not_found", { id });
  const writes = [update(widgets, before, turn(ctx, before, true).set)];
  const events = [widgetEvent("deleted", { before, after: null })];
  return commit(ctx, { writes, events, answer: null });
}

/** Brings a deleted widget back. Errors: `widget.not_found` when no deleted one has this id, `conflict.version`. */
export async function restoreWidget(ctx: Ctx, { id }: ById): Promise<WidgetView> {
  const [before, actor] = await Promise.all([findWidget(ctx, id, "deleted"), ctx.actor()]);
  if (!before) return fail("widget.not_found", { id });
  const { after, set } = turn(ctx, before, false);
  return commit(ctx, {
    writes: [update(widgets, before, set)],
    events: [widgetEvent("restored", { before: null, after })],
    answer: widgetView(after, actor),
  });
}
