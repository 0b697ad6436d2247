import type { AuthEventKind, Session } from "#domain/identity/model.ts";
import { fail } from "#domain/errors.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { organizationsOf, tellRoomsOf } from "#worker/platform/auth/tell-rooms.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";

interface Row {
  id: string;
  device: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
}

/** The devices on which the signed-in person is signed in, the last seen first. */
export async function listSessions(ctx: Ctx): Promise<{ items: Session[] }> {
  const rows = await controlDb(ctx).all<Row>(
    `SELECT id, device, created_at, seen_at, expires_at FROM sessions
     WHERE user_id = ? AND revoked_at IS NULL AND expires_at > ? ORDER BY seen_at DESC, id LIMIT 100`,
    ctx.userId,
    isoNow(ctx.clock),
  );
  const items = rows.map((row) => ({
    id: row.id,
    device: row.device,
    createdAt: row.created_at,
    seenAt: row.seen_at,
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

/** The last hundred events of the signed-in person's account, newest first. */
export async function listAuthEvents(ctx: Ctx) {
  const rows = await controlDb(ctx).all<{
    id: string;
    kind: AuthEventKind;
    at: string;
    detail: string;
  }>(
    "SELECT id, kind, at, detail FROM auth_events WHERE user_id = ? ORDER BY at DESC, id DESC LIMIT 100",
    ctx.userId,
  );
  const items = rows.map(({ detail, ...event }) => {
    const { device } = JSON.parse(detail) as { device?: string };
    return { ...event, device: device ?? null };
  });
  return { items };
}
