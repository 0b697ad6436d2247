import type { z } from "zod";
import type { listDashboards as dashboardsDefinition } from "#domain/dashboards/api.ts";
import type { listWidgets as widgetsDefinition } from "#domain/dashboards/widgets-api.ts";
import type { AnswerOf } from "#domain/route.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { pageDashboards, pageWidgets } from "./queries.ts";
import { dashboardView, widgetView } from "./record.ts";

function pageOf<T extends { id: string }>(found: readonly T[], limit: number) {
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One page of dashboards, oldest first. */
export async function listDashboards(
  ctx: Ctx,
  query: z.output<typeof dashboardsDefinition.query>,
): Promise<AnswerOf<typeof dashboardsDefinition>> {
  const [rows, actor] = await Promise.all([
    pageDashboards(ctx, { ...query, limit: query.limit + 1 }),
    ctx.actor(),
  ]);
  const { items, nextCursor } = pageOf(rows, query.limit);
  return { items: items.map((record) => dashboardView(record, actor)), nextCursor };
}

/** One page of widgets, oldest first. */
export async function listWidgets(
  ctx: Ctx,
  query: z.output<typeof widgetsDefinition.query>,
): Promise<AnswerOf<typeof widgetsDefinition>> {
  const [rows, actor] = await Promise.all([
    pageWidgets(ctx, { ...query, limit: query.limit + 1 }),
    ctx.actor(),
  ]);
  const { items, nextCursor } = pageOf(rows, query.limit);
  return { items: items.map((record) => widgetView(record, actor)), nextCursor };
}
