import { and, eq, isNull } from "drizzle-orm";
import { widgetEvent } from "#domain/dashboards/events.ts";
import {
  MOST_WIDGETS,
  type WidgetInput,
  type WidgetRecord,
  type WidgetView,
} from "#domain/dashboards/model.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { insert } from "#worker/platform/writes.ts";
import { dashboardKind, widgetKind } from "./kinds.ts";
import { widgets } from "./schema.ts";

/** Puts a widget on a dashboard. Errors: `dashboard.not_found`, `dashboard.full`. */
export async function createWidget(ctx: Ctx, input: WidgetInput): Promise<WidgetView> {
  const now = isoNow(ctx.clock);
  const standing = ctx.db
    .select({ id: widgets.id })
    .from(widgets)
    .where(and(eq(widgets.dashboardId, input.dashboardId), isNull(widgets.deletedAt)));
  const [dashboard, there, actor] = await Promise.all([
    findRecord(ctx, dashboardKind, input.dashboardId),
    standing,
    ctx.actor(),
  ]);
  if (!dashboard) return fail("dashboard.not_found", { id: input.dashboardId });
  if (there.length >= MOST_WIDGETS) return fail("dashboard.full", { most: MOST_WIDGETS });
  const record: WidgetRecord = {
    ...input,
    id: newId("wdg", ctx.clock.now()),
    version: 1,
    createdBy: actor.userId,
    createdAt: now,
    updatedAt: now,
  };
  return commit(ctx, {
    writes: [insert(widgets, record)],
    events: [widgetEvent("created", { before: null, after: record })],
    answer: widgetKind.view(record, actor),
  });
}
