import { z } from "zod";
import { BoardId, CardId } from "./model.ts";
import { CommentId } from "./comment.ts";
import { NoticeKind } from "./notice.ts";
import { idSchema } from "#domain/ids.ts";

export const NotificationId = idSchema("ntf");

/** Something that somebody is told of: a card, by whom, and the first words of the comment while it is there. */
export const NotificationView = z
  .strictObject({
    id: NotificationId,
    kind: NoticeKind,
    boardId: BoardId,
    boardTitle: z.string(),
    cardId: CardId,
    cardTitle: z.string(),
    /** Such as `EC-207`. */
    reference: z.string(),
    commentId: CommentId.nullable(),
    excerpt: z.string().nullable(),
    actorId: z.string(),
    actorName: z.string(),
    at: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Notification" });
export type NotificationView = z.infer<typeof NotificationView>;
