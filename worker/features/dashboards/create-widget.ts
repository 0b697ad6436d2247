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
import { insert } from "#worker/platform/writes.ts";
import { countWidgets, findDashboard } from "./queries.ts";
import { widgetView } from "./record.ts";
import { widgets } from "./schema.ts";

/** Puts a widget on a dashboard. Errors: `dashboard.not_found`, `dashboard.full`. */
export async function createWidget(ctx: Ctx, input: WidgetInput): Promise<WidgetView> {
  const now = isoNow(ctx.clock);
  const [dashboard, count, actor] = await Promise.all([
    findDashboard(ctx, input.dashboardId),
    countWidgets(ctx, input.dashboardId),
    ctx.actor(),
  ]);
  if (!dashboard) return fail("dashboard.not_found", { id: input.dashboardId });
  if (count >= MOST_WIDGETS) return fail("dashboard.full", { most: MOST_WIDGETS });
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
    answer: widgetView(record, actor),
  });
}
