import type { Session } from "#domain/identity/model.ts";
import { fail } from "#domain/errors.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { endSessions } from "#worker/platform/auth/mail-tokens.ts";
import { organizationsOf, tellRoomsOf } from "#worker/platform/auth/tell-rooms.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";

interface Row {
  id: string;
  device: string;
  created_at: string;
  seen_at: string;
  place: string | null;
  seen_place: string | null;
  expires_at: string;
}

/** The devices on which the signed-in person is signed in: the one that asks, then the last seen first. */
export async function listSessions(ctx: Ctx): Promise<{ items: Session[] }> {
  const rows = await controlDb(ctx).all<Row>(
    `SELECT id, device, created_at, seen_at, place, seen_place, expires_at FROM sessions
     WHERE user_id = ? AND revoked_at IS NULL AND expires_at > ? ORDER BY id = ? DESC, seen_at DESC, id LIMIT 100`,
    ctx.userId,
    isoNow(ctx.clock),
    ctx.sessionId,
  );
  const items = rows.map((row) => ({
    id: row.id,
    device: row.device,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    place: row.place,
    seenPlace: row.seen_place,
    expiresAt: row.expires_at,
    current: row.id === ctx.sessionId,
  }));
  return { items };
}

/** Signs out one device of the signed-in person. Error: `auth.session_not_found`, also for somebody else's. */
export async function endSession(ctx: Ctx, id: string): Promise<undefined> {
  const found = await controlDb(ctx).first(
    "SELECT 1 FROM sessions WHERE id = ? AND user_id = ? AND revoked_at IS NULL",
    id,
    ctx.userId,
  );
  if (!found) return fail("auth.session_not_found");
  const { rows } = await commitControl(await scopeOf(ctx), {
    writes: [
      guarded(
        "stale",
        "UPDATE sessions SET revoked_at = ? WHERE id = ? AND user_id = ?",
        isoNow(ctx.clock),
        id,
        ctx.userId,
      ),
      organizationsOf(ctx.userId),
    ],
    authEvents: [{ kind: "sign_out.session", userId: ctx.userId }],
    answer: null,
  });
  await tellRoomsOf(ctx, ctx.userId, rows);
  return undefined;
}

/** Signs out every device of the signed-in person but the one that asks. Links to choose a password keep their worth. */
export async function endOtherSessions(ctx: Ctx): Promise<undefined> {
  const { userId, sessionId } = ctx;
  const { rows } = await commitControl(await scopeOf(ctx), {
    writes: [endSessions(userId, isoNow(ctx.clock), sessionId), organizationsOf(userId)],
    authEvents: [{ kind: "sign_out.others", userId }],
    answer: null,
  });
  await tellRoomsOf(ctx, userId, rows);
  return undefined;
}
