import { z } from "zod";
import { CommentText, Mention, Mentions } from "#domain/boards/comment.ts";
import { DashboardId, WidgetId } from "#domain/dashboards/model.ts";
import { idSchema } from "#domain/ids.ts";
import { namesOne, recordOf } from "#domain/record.ts";

export const DashboardCommentId = idSchema("dcm");

/** A new comment, on the dashboard itself or on one of its widgets. */
export const DashboardCommentInput = z.strictObject({
  widgetId: WidgetId.nullable().default(null),
  text: CommentText,
  mentions: Mentions.default([]),
});
export type DashboardCommentInput = z.output<typeof DashboardCommentInput>;

/** What changes of a comment: its words by its author, that it is settled by whoever may write. */
export const DashboardCommentChanges = z
  .strictObject({ text: CommentText, mentions: Mentions, resolved: z.boolean() })
  .partial()
  .refine(...namesOne);
export type DashboardCommentChanges = z.output<typeof DashboardCommentChanges>;

/** A comment as it is stored and published. Instants are ISO UTC. */
export const DashboardCommentRecord = z.strictObject({
  ...recordOf("dcm"),
  dashboardId: DashboardId,
  widgetId: WidgetId.nullable(),
  text: z.string(),
  mentions: z.array(Mention),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedBy: idSchema("usr").nullable(),
  editedAt: z.iso.datetime().nullable(),
});
export type DashboardCommentRecord = z.infer<typeof DashboardCommentRecord>;

/** A comment as one reader sees it. */
export const DashboardCommentView = DashboardCommentRecord.extend({
  can: z.strictObject({ edit: z.boolean(), resolve: z.boolean() }),
}).meta({ id: "DashboardComment" });
export type DashboardCommentView = z.infer<typeof DashboardCommentView>;
