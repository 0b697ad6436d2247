import { widgetEvent } from "#domain/dashboards/events.ts";
import type { WidgetChanges, WidgetRecord, WidgetView } from "#domain/dashboards/model.ts";
import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update } from "#worker/platform/writes.ts";
import { findWidget } from "./queries.ts";
import { differing, widgetView } from "./record.ts";
import { widgets } from "./schema.ts";

interface UpdateInput {
  id: string;
  version: number;
  changes: WidgetChanges;
}

/**
 * Moves, resizes or changes a widget. What is already so is answered without a write.
 * Errors: `widget.not_found`, `conflict.version` with `params.current`.
 */
export async function updateWidget(ctx: Ctx, input: UpdateInput): Promise<WidgetView> {
  const [before, actor] = await Promise.all([findWidget(ctx, input.id), ctx.actor()]);
  if (!before) return fail("widget.not_found", { id: input.id });
  const changes = differing(before, input.changes);
  if (Object.keys(changes).length === 0) return widgetView(before, actor);
  if (before.version !== input.version) {
    return fail("conflict.version", { current: widgetView(before, actor) });
  }
  const set = { ...changes, updatedAt: isoNow(ctx.clock) };
  const after: WidgetRecord = { ...before, ...set, version: before.version + 1 };
  return commit(ctx, {
    writes: [update(widgets, before, set)],
    events: [widgetEvent("updated", { before, after })],
    answer: widgetView(after, actor),
    current: async () => {
      const now = await findWidget(ctx, input.id);
      return now && widgetView(now, actor);
    },
  });
}
