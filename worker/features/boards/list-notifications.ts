import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import type { listNotifications as definition } from "#domain/boards/notifications-api.ts";
import { plainText } from "#domain/boards/plain-text.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { boards, comments, notifications, tasks } from "./schema.ts";

type Query = z.output<typeof definition.query>;

/** So many signs of a comment are enough to know it again. */
const EXCERPT = 160;

/** Lists what the caller was told of, last first, with how many are unread in all. */
export async function listNotifications(
  ctx: Ctx,
  query: Query,
): Promise<z.output<typeof definition.output>> {
  const own = eq(notifications.userId, ctx.userId);
  const { id, kind, boardId, cardId, commentId, actorId, actorName, at, readAt } = notifications;
  const [rows, unread] = await Promise.all([
    ctx.db
      .select({
        item: { id, kind, boardId, cardId, commentId, actorId, actorName, at, readAt },
        boardTitle: boards.title,
        prefix: boards.prefix,
        number: tasks.number,
        cardTitle: tasks.title,
        text: comments.text,
      })
      .from(notifications)
      .innerJoin(boards, eq(boards.id, boardId))
      .innerJoin(tasks, and(eq(tasks.boardId, boardId), eq(tasks.id, cardId)))
      .leftJoin(
        comments,
        and(
          eq(comments.boardId, boardId),
          eq(comments.id, sql`${commentId}`),
          eq(comments.deleted, false),
        ),
      )
      .where(
        and(
          own,
          query.cursor ? lt(id, query.cursor) : undefined,
          query.state === "unread" ? isNull(readAt) : undefined,
        ),
      )
      .orderBy(desc(id))
      .limit(query.limit + 1),
    ctx.db.$count(notifications, and(own, isNull(readAt))),
  ]);
  const page = rows.slice(0, query.limit);
  const items = page.map(({ item, boardTitle, prefix, number, cardTitle, text }) => ({
    ...item,
    boardTitle,
    cardTitle,
    reference: `${prefix}-${number}`,
    excerpt: text === null ? null : plainText(text).slice(0, EXCERPT),
  }));
  const more = rows.length > query.limit;
  return { items, nextCursor: more ? (page.at(-1)?.item.id ?? null) : null, unread };
}
