import { deviceName } from "#domain/identity/device.ts";
import type { AuthEventKind, SignedIn } from "#domain/identity/model.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write, type AuthEvent, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { newRefreshToken, refreshCookie } from "#worker/platform/auth/refresh-token.ts";
import { signAccess } from "#worker/platform/auth/tokens.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { prepareDatabase } from "#worker/platform/pool.ts";
import { Reply } from "#worker/platform/reply.ts";
import { readStanding } from "./queries.ts";

const SESSION_MS = 7 * 24 * 60 * 60 * 1000;

/** A session to be: its writes go into the batch of whatever opens it. */
export interface NewSession {
  id: string;
  refreshToken: string;
  /** UTC, seven days from now whatever is refreshed meanwhile. */
  expiresAt: string;
  writes: ControlWrite[];
  event: AuthEvent;
}

/** Prepares a session of a person in an organization. */
export async function newSession(
  ctx: PublicCtx,
  owner: { userId: string; organizationId: string },
  kind: AuthEventKind,
): Promise<NewSession> {
  const { userId, organizationId } = owner;
  const id = newId("ses", ctx.clock.now());
  const refreshToken = newRefreshToken();
  const now = isoNow(ctx.clock);
  const expiresAt = new Date(ctx.clock.now() + SESSION_MS).toISOString();
  const device = deviceName(ctx.request.headers.get("user-agent"));
  return {
    id,
    refreshToken,
    expiresAt,
    writes: [
      write(
        `INSERT INTO sessions (id, user_id, organization_id, device, created_at, seen_at, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        id,
        userId,
        organizationId,
        device,
        now,
        now,
        expiresAt,
      ),
      write(
        "INSERT INTO refresh_tokens (hash, session_id, created_at) VALUES (?, ?, ?)",
        await sha256(refreshToken),
        id,
        now,
      ),
    ],
    event: { kind, userId, organizationId, device },
  };
}

/** A session that stands in the database, and the organization in which its person goes on. */
export interface OpenedSession {
  sessionId: string;
  userId: string;
  organizationId: string;
  refreshToken: string;
  expiresAt: string;
}

/**
 * Answers a way in: access token in the body, refresh token as cookie. A database that was claimed but never made
 * ready, because something failed midway, is made ready here.
 * Errors: `permission.denied`, `organization.unavailable`.
 */
export async function answerSession(
  ctx: PublicCtx,
  session: OpenedSession,
): Promise<Reply<SignedIn>> {
  const { userId, sessionId, organizationId } = session;
  const standing = await readStanding(controlDb(ctx), userId, organizationId);
  if (!standing) return fail("permission.denied", { reason: "membership" });
  const tenant = standing.ready
    ? standing.tenant
    : await prepareDatabase(publicScope(ctx), standing.tenant);
  const access = await signAccess(ctx.env, ctx.clock, { userId, sessionId, tenant });
  return new Reply(
    { accessToken: access.token, expiresAt: access.expiresAt, ...standing.me },
    refreshCookie(session.refreshToken, session.expiresAt),
  );
}
