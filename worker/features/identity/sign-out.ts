import { commitControl, publicScope, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import { clearedCookie, readRefreshCookie } from "#worker/platform/auth/refresh-token.ts";
import { organizationsOf, tellRoomsOf } from "#worker/platform/auth/tell-rooms.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { Reply } from "#worker/platform/reply.ts";

/** Ends the session of the refresh cookie, if there is one, and takes the cookie away. Never fails. */
export async function signOut(ctx: PublicCtx): Promise<Reply<undefined>> {
  const token = readRefreshCookie(ctx.request);
  const session = token
    ? await controlDb(ctx).first<{ id: string; user_id: string }>(
        `SELECT s.id, s.user_id FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id
         WHERE t.hash = ? AND s.revoked_at IS NULL`,
        await sha256(token),
      )
    : null;
  if (session) {
    const { rows } = await commitControl(publicScope(ctx), {
      writes: [
        write("UPDATE sessions SET revoked_at = ? WHERE id = ?", isoNow(ctx.clock), session.id),
        organizationsOf(session.user_id),
      ],
      authEvents: [{ kind: "sign_out.here", userId: session.user_id }],
      answer: null,
    });
    await tellRoomsOf(ctx, session.user_id, rows);
  }
  return new Reply(undefined, clearedCookie());
}

/** Ends every session of the signed-in person: effective on each device's next request and on open sockets. */
export async function signOutEverywhere(ctx: Ctx): Promise<Reply<undefined>> {
  const { rows } = await commitControl(await scopeOf(ctx), {
    writes: [
      write(
        "UPDATE sessions SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL",
        isoNow(ctx.clock),
        ctx.userId,
      ),
      organizationsOf(ctx.userId),
    ],
    authEvents: [{ kind: "sign_out.everywhere", userId: ctx.userId }],
    answer: null,
  });
  await tellRoomsOf(ctx, ctx.userId, rows);
  return new Reply(undefined, clearedCookie());
}
