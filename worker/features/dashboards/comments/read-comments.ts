import { and, asc, eq, isNull } from "drizzle-orm";
import type { DashboardCommentRecord } from "#domain/dashboards/comments/model.ts";
import { fail } from "#domain/errors.ts";
import { dashboardKind } from "#worker/features/dashboards/kinds.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord } from "#worker/platform/records/kind.ts";
import { put } from "#worker/platform/writes.ts";
import { commentKind, commentView } from "./kind.ts";
import { commentReads, dashboardComments } from "./schema.ts";

const readId = (ctx: Ctx, dashboardId: string) => `${ctx.userId} ${dashboardId}`;

/** Error: `dashboard.not_found`. */
export async function listDashboardComments(ctx: Ctx, { id }: { id: string }) {
  const [dashboard, rows, [read], actor] = await Promise.all([
    findRecord(ctx, dashboardKind, id),
    ctx.db
      .select(commentKind.columns)
      .from(dashboardComments)
      .where(and(eq(dashboardComments.dashboardId, id), isNull(dashboardComments.deletedAt)))
      .orderBy(asc(dashboardComments.id)),
    ctx.db
      .select()
      .from(commentReads)
      .where(eq(commentReads.id, readId(ctx, id))),
    ctx.actor(),
  ]);
  if (!dashboard) return fail("dashboard.not_found", { id });
  const records = rows as unknown as DashboardCommentRecord[];
  return {
    items: records.map((record) => commentView(record, actor)),
    readAt: read?.readAt ?? null,
  };
}

/** Notes up to when the caller has read. Error: `dashboard.not_found`. */
export async function readDashboardComments(ctx: Ctx, { id }: { id: string }): Promise<null> {
  const [dashboard] = await Promise.all([findRecord(ctx, dashboardKind, id), ctx.actor()]);
  if (!dashboard) return fail("dashboard.not_found", { id });
  const row = {
    id: readId(ctx, id),
    userId: ctx.userId,
    dashboardId: id,
    readAt: isoNow(ctx.clock),
  };
  return commit(ctx, {
    writes: [put(commentReads, commentReads.id, row)],
    events: [],
    answer: null,
  });
}
