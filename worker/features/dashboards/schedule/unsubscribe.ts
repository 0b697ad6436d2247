import { and, eq, isNull } from "drizzle-orm";
import { scheduleEvent } from "#domain/dashboards/schedule/events.ts";
import { fail } from "#domain/errors.ts";
import { recipientOf } from "#worker/platform/auth/share-token.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { openPublic } from "#worker/platform/open-public.ts";
import { update, type Write } from "#worker/platform/writes.ts";
import { toldOf } from "./change-schedule.ts";
import { findSchedule, outsidersOf } from "./read-schedules.ts";
import { dashboardOutsiders, dashboardSchedules } from "./schema.ts";

/** A member of the house takes themselves off a schedule. */
async function endForMember(
  ctx: Ctx,
  { scheduleId, userId }: { scheduleId: string; userId: string },
): Promise<{ title: string }> {
  const found = await findSchedule(ctx, scheduleId);
  if (!found) return fail("dashboard.link_gone");
  const { row, dashboard } = found;
  const { title } = dashboard;
  const memberIds = row.memberIds.filter((id) => id !== userId);
  if (memberIds.length === row.memberIds.length) return { title };
  const count = (await outsidersOf(ctx, [scheduleId])).length;
  const updatedAt = isoNow(ctx.clock);
  const after = { ...row, memberIds, updatedAt, version: row.version + 1 };
  return commit(ctx, {
    writes: [update(dashboardSchedules, row, { memberIds, updatedAt })],
    events: [
      scheduleEvent("unsubscribed", {
        before: toldOf(row, title, count),
        after: toldOf(after, title, count),
      }),
    ],
    answer: { title },
  });
}

/**
 * Ends the mails of a schedule to the person whom this token was sent to, with an account or without; once more, it says the same.
 * Error: `dashboard.link_gone`.
 */
export async function unsubscribe(
  asked: PublicCtx,
  { token }: { token: string },
): Promise<{ title: string }> {
  const ctx = await openPublic(asked, token);
  if (!ctx) return fail("dashboard.link_gone");
  const member = await recipientOf(ctx, token);
  if (member) return endForMember(ctx, member);
  const table = dashboardOutsiders;
  const hash = await sha256(token);
  const [outsider] = await ctx.db.select().from(table).where(eq(table.tokenHash, hash));
  const found = outsider && (await findSchedule(ctx, outsider.scheduleId));
  if (!outsider || !found) return fail("dashboard.link_gone");
  const { title } = found.dashboard;
  if (outsider.unsubscribedAt !== null) return { title };
  const ended: Write = {
    guarded: false,
    build: (db) =>
      db
        .update(table)
        .set({ unsubscribedAt: isoNow(ctx.clock) })
        .where(and(eq(table.tokenHash, hash), isNull(table.unsubscribedAt))),
  };
  const count = (await outsidersOf(ctx, [found.row.id])).length;
  const told = toldOf(found.row, title, count);
  return commit(ctx, {
    writes: [ended],
    events: [scheduleEvent("unsubscribed", { before: told, after: told })],
    answer: { title },
  });
}
