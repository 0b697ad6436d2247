import { and, eq, inArray, isNull, lte } from "drizzle-orm";
import type { z } from "zod";
import type { readNotifications as definition } from "#domain/notifications/api.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { Write } from "#worker/platform/writes.ts";
import { notifications } from "./own-notices.ts";

/** Marks the caller's own notifications. Those of somebody else, or that are gone, are left alone without a word. */
export async function readNotifications(
  ctx: Ctx,
  asked: z.output<typeof definition.body>,
): Promise<null> {
  const { id, userId, readAt } = notifications;
  const own = eq(userId, ctx.userId);
  const read = "upTo" in asked || asked.read;
  const which = "upTo" in asked ? lte(id, asked.upTo) : inArray(id, asked.ids);
  const mark: Write = {
    guarded: false,
    build: (db) =>
      db
        .update(notifications)
        .set({ readAt: read ? isoNow(ctx.clock) : null })
        .where(and(own, which, read ? isNull(readAt) : undefined)),
  };
  return commit(ctx, { writes: [mark], events: [], answer: null });
}
