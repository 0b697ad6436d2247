import { z } from "zod";
import { CommentId } from "#domain/boards/comment.ts";
import { BoardId, CardId } from "#domain/boards/model.ts";
import { NoticeKind } from "#domain/boards/notice.ts";
import { DashboardCommentId } from "#domain/dashboards/comments/model.ts";
import { DashboardId } from "#domain/dashboards/model.ts";
import { idSchema } from "#domain/ids.ts";
import { WorkspaceId } from "#domain/workspaces/model.ts";

export const NotificationId = idSchema("ntf");

/** By whom somebody was told, when, and the first words of the comment while it can be read. */
const told = {
  id: NotificationId,
  excerpt: z.string().nullable(),
  actorId: z.string(),
  actorName: z.string(),
  at: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
};

const OfCard = z.strictObject({
  subject: z.literal("card"),
  kind: NoticeKind,
  boardId: BoardId,
  boardTitle: z.string(),
  cardId: CardId,
  cardTitle: z.string(),
  /** Such as `EC-207`. */
  reference: z.string(),
  commentId: CommentId.nullable(),
  ...told,
});

const OfDashboard = z.strictObject({
  subject: z.literal("dashboard"),
  kind: z.literal("mention"),
  workspaceId: WorkspaceId,
  workspaceTitle: z.string(),
  dashboardId: DashboardId,
  dashboardTitle: z.string(),
  /** The widget that the comment is about; null for the whole dashboard. */
  widgetTitle: z.string().nullable(),
  commentId: DashboardCommentId,
  ...told,
});

/** Something that somebody is told of: what happened on a card, or was said on a dashboard. */
export const NotificationView = z
  .discriminatedUnion("subject", [OfCard, OfDashboard])
  .meta({ id: "Notification" });
export type NotificationView = z.infer<typeof NotificationView>;
