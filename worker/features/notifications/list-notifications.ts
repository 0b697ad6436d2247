import type { z } from "zod";
import type { listNotifications as definition } from "#domain/notifications/api.ts";
import { can } from "#domain/permissions.ts";
import { toldCards } from "#worker/features/boards/told-cards.ts";
import { toldComments } from "#worker/features/dashboards/comments/told-comments.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { NoticeQuery } from "./own-notices.ts";

/**
 * Lists what the caller was told of, last first, with how many are unread in all. A key that is gone takes its notifications along;
 * who holds which is known only when all is read, in one round trip.
 */
export async function listNotifications(
  ctx: Ctx,
  query: NoticeQuery,
): Promise<z.output<typeof definition.output>> {
  const [actor, cards, comments] = await Promise.all([
    ctx.actor(),
    toldCards(ctx, query),
    toldComments(ctx, query),
  ]);
  const told = [
    ...(can(actor, "boards.read") ? [cards] : []),
    ...(can(actor, "analytics.read") ? [comments] : []),
  ];
  const all = told
    .flatMap(({ items }) => items)
    .toSorted((one, other) => (one.id < other.id ? 1 : -1));
  const items = all.slice(0, query.limit);
  const nextCursor = all.length > query.limit ? (items.at(-1)?.id ?? null) : null;
  return { items, nextCursor, unread: told.reduce((sum, { unread }) => sum + unread, 0) };
}
