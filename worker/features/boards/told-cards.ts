import { and, eq, sql } from "drizzle-orm";
import {
  excerptOf,
  notifications,
  ownNotices,
  type NoticeQuery,
  type Told,
} from "#worker/features/notifications/own-notices.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { boards, comments, tasks } from "./schema.ts";

/** What the caller was told of cards; of a comment, its first words while it is there. */
export async function toldCards(ctx: Ctx, query: NoticeQuery): Promise<Told> {
  const { where, order, limit, unread } = ownNotices(ctx, query, "boardId");
  const { id, kind, commentId, actorId, actorName, at, readAt } = notifications;
  const [rows, count] = await Promise.all([
    ctx.db
      .select({
        item: { id, kind, commentId, actorId, actorName, at, readAt },
        boardId: boards.id,
        boardTitle: boards.title,
        prefix: boards.prefix,
        cardId: tasks.id,
        number: tasks.number,
        cardTitle: tasks.title,
        text: comments.text,
      })
      .from(notifications)
      .innerJoin(boards, eq(boards.id, sql`${notifications.boardId}`))
      .innerJoin(
        tasks,
        and(eq(tasks.boardId, boards.id), eq(tasks.id, sql`${notifications.cardId}`)),
      )
      .leftJoin(
        comments,
        and(
          eq(comments.boardId, boards.id),
          eq(comments.id, sql`${commentId}`),
          eq(comments.deleted, false),
        ),
      )
      .where(where)
      .orderBy(order)
      .limit(limit),
    unread,
  ]);
  const items = rows.map(({ item, prefix, number, text, ...about }) => ({
    ...item,
    ...about,
    subject: "card" as const,
    reference: `${prefix}-${number}`,
    excerpt: excerptOf(text),
  }));
  return { items, unread: count };
}
