import { getTableColumns, sql } from "drizzle-orm";
import { dashboardCommentEvent } from "#domain/dashboards/comments/events.ts";
import type {
  DashboardCommentRecord,
  DashboardCommentView,
} from "#domain/dashboards/comments/model.ts";
import { fail } from "#domain/errors.ts";
import { can, type Actor } from "#domain/permissions.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findRecord, type Life, type RecordKind } from "#worker/platform/records/kind.ts";
import { dashboardComments } from "./schema.ts";

const { deletedAt: _deleted, ...columns } = getTableColumns(dashboardComments);

/** A comment as this person sees it. */
export function commentView(
  record: DashboardCommentRecord,
  actor: Pick<Actor, "permissions"> & { userId?: string },
): DashboardCommentView {
  const resolve = can(actor, "analytics.write");
  return { ...record, can: { edit: resolve && record.createdBy === actor.userId, resolve } };
}

/** Comments on dashboards that stand. */
export const commentKind: RecordKind<DashboardCommentRecord, DashboardCommentView> = {
  table: dashboardComments,
  columns,
  within: sql`${dashboardComments.dashboardId} IN (SELECT id FROM dashboards WHERE deleted_at IS NULL
    AND workspace_id IN (SELECT id FROM workspaces WHERE deleted_at IS NULL))`,
  missing: "dashboard.comment_not_found",
  event: dashboardCommentEvent,
  view: commentView,
};

/** A comment of the caller. Errors: `dashboard.comment_not_found`, `dashboard.comment_of_another`. */
export async function mustBeOwn(ctx: Ctx, id: string, life: Life = "living") {
  const [found, actor] = await Promise.all([findRecord(ctx, commentKind, id, life), ctx.actor()]);
  const record = found ?? fail("dashboard.comment_not_found", { id });
  if (record.createdBy !== actor.userId) return fail("dashboard.comment_of_another", { id });
  return record;
}
