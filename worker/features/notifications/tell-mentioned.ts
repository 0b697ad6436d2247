import type { DashboardCommentRecord } from "#domain/dashboards/comments/model.ts";
import { newId } from "#domain/ids.ts";
import type { Actor } from "#domain/permissions.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert, type Write } from "#worker/platform/writes.ts";
import { notifications } from "./own-notices.ts";

/** The writes that tell these people that a comment on a dashboard calls them by name: once for each version of it. */
export function tellMentioned(
  ctx: Ctx,
  actor: Pick<Actor, "userId" | "name">,
  comment: Pick<DashboardCommentRecord, "id" | "version" | "dashboardId" | "updatedAt">,
  called: readonly string[],
): Write[] {
  return called.map((userId) =>
    insert(notifications, {
      id: newId("ntf", ctx.clock.now()),
      source: `dashboard-comments/${comment.id}@${comment.version}`,
      userId,
      kind: "mention",
      dashboardId: comment.dashboardId,
      commentId: comment.id,
      actorId: actor.userId,
      actorName: actor.name,
      at: comment.updatedAt,
    }),
  );
}
