import { and, desc, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { z } from "zod";
import { plainText } from "#domain/boards/plain-text.ts";
import type { listNotifications as definition } from "#domain/notifications/api.ts";
import type { NotificationView } from "#domain/notifications/model.ts";
import { can, type Actor } from "#domain/permissions.ts";
import { toldCards } from "#worker/features/boards/told-cards.ts";
import { toldComments } from "#worker/features/dashboards/comments/told-comments.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { notifications } from "./schema.ts";

type Query = z.output<typeof definition.query>;
type Row = typeof notifications.$inferSelect;

/** So many signs of a comment are enough to know it again. */
const EXCERPT = 160;

/** What this person may read of what they were told: a key that is gone takes its notifications along. */
function readable(actor: Actor) {
  const { boardId, dashboardId } = notifications;
  return or(
    can(actor, "boards.read") ? isNotNull(boardId) : undefined,
    can(actor, "analytics.read") ? isNotNull(dashboardId) : undefined,
    sql`false`,
  );
}

/** The rows with what they are about; those whose subject is not known are left out. */
async function withSubjects(ctx: Ctx, rows: readonly Row[]): Promise<NotificationView[]> {
  const ofCard = (row: Row) => {
    const { boardId, cardId, commentId } = row;
    return boardId !== null && cardId !== null ? { boardId, cardId, commentId } : null;
  };
  const said = rows.flatMap(({ dashboardId, commentId }) => (dashboardId && commentId) || []);
  const [cardOf, comments] = await Promise.all([
    toldCards(
      ctx,
      rows.flatMap((row) => ofCard(row) ?? []),
    ),
    toldComments(ctx, said),
  ]);
  return rows.flatMap((row): NotificationView[] => {
    const { id, kind, actorId, actorName, at, readAt, dashboardId, commentId } = row;
    const told = (text: string | null) => ({
      id,
      excerpt: text === null ? null : plainText(text).slice(0, EXCERPT),
      actorId,
      actorName,
      at,
      readAt,
    });
    const card = ofCard(row);
    const found = card && cardOf(card);
    if (found) {
      const { text, ...about } = found;
      return [{ subject: "card", kind, ...card, ...about, ...told(text) }];
    }
    const comment = commentId === null ? undefined : comments.get(commentId);
    if (!comment || dashboardId === null || commentId === null) return [];
    const { text, ...about } = comment;
    const where = { subject: "dashboard", kind: "mention", dashboardId, commentId } as const;
    return [{ ...where, ...about, ...told(text) }];
  });
}

/** Lists what the caller was told of and may read, last first, with how many are unread in all. */
export async function listNotifications(
  ctx: Ctx,
  query: Query,
): Promise<z.output<typeof definition.output>> {
  const { id, userId, readAt } = notifications;
  const own = and(eq(userId, ctx.userId), readable(await ctx.actor()));
  const [rows, unread] = await Promise.all([
    ctx.db
      .select()
      .from(notifications)
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
  const more = rows.length > query.limit;
  const items = await withSubjects(ctx, page);
  return { items, nextCursor: more ? (page.at(-1)?.id ?? null) : null, unread };
}
