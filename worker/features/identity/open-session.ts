import type { AuthEventKind, SignedIn } from "#domain/identity/model.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { grantNewKeys } from "#worker/platform/auth/built-in-roles.ts";
import {
  commitControl,
  publicScope,
  type ControlPlan,
} from "#worker/platform/auth/control-commit.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import { occasionOf } from "#worker/platform/auth/occasion.ts";
import { withoutSecondFactor } from "#worker/platform/auth/second-factor.ts";
import { deviceCookie, readDevice } from "#worker/platform/auth/device-cookie.ts";
import { newRefreshToken, refreshCookie } from "#worker/platform/auth/refresh-token.ts";
import { signAccess } from "#worker/platform/auth/tokens.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { prepareDatabase } from "#worker/platform/pool.ts";
import { Reply } from "#worker/platform/reply.ts";
import { recognizeDevice } from "./known-device.ts";
import { standingIn, standingOf } from "./queries.ts";

const SESSION_MS = 7 * 24 * 60 * 60 * 1000;

/** A session, and the organization in which its person goes on. */
interface OpenedSession {
  sessionId: string;
  userId: string;
  organizationId: string;
  refreshToken: string;
  expiresAt: string;
}

/** Statements that hold together with the session: all of it is written, or none. */
type SessionPlan = Omit<ControlPlan<null>, "answer">;

/**
 * Opens a session of a person in an organization, in one batch with whatever led to it, and answers it. Every way in comes
 * through here: unless `proven`, the batch itself finds that the person has no second factor.
 * Errors: as `answerSession`, `auth.second_factor_required`.
 */
export async function openSession(
  ctx: PublicCtx,
  owner: { userId: string; organizationId: string; proven?: true },
  kind: AuthEventKind,
  plan: SessionPlan,
): Promise<Reply<SignedIn>> {
  const { userId, organizationId } = owner;
  const sessionId = newId("ses", ctx.clock.now());
  const refreshToken = newRefreshToken();
  const { at: now, device, place } = occasionOf(ctx);
  // Seven days from now, whatever is refreshed meanwhile.
  const expiresAt = new Date(ctx.clock.now() + SESSION_MS).toISOString();
  const session = write(
    `INSERT INTO sessions (id, user_id, organization_id, device, created_at, seen_at, proven_at, place, seen_place, expires_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?5, ?6, ?6, ?7)`,
    sessionId,
    userId,
    organizationId,
    device,
    now,
    place,
    expiresAt,
  );
  const factor = owner.proven ? [] : [withoutSecondFactor(userId)];
  const token = write(
    "INSERT INTO refresh_tokens (hash, session_id, created_at) VALUES (?, ?, ?)",
    await sha256(refreshToken),
    sessionId,
    now,
  );
  const browser = readDevice(ctx.request);
  const known = await recognizeDevice(ctx, userId, browser);
  const opened = { sessionId, userId, organizationId, refreshToken, expiresAt };
  const { answer, headers } = await answerSession(ctx, opened, {
    ...plan,
    writes: [...factor, ...plan.writes, session, token, ...known.writes],
    mails: [...(plan.mails ?? []), ...known.mails],
    authEvents: [{ kind, userId, organizationId }, ...(plan.authEvents ?? []), known.event],
  });
  return new Reply(answer, headers, [deviceCookie(browser)]);
}

/**
 * Writes what opens or goes on with a session and answers it, in one batch: access token in the body, refresh token as
 * cookie. A database that was claimed but never made ready, because something failed midway, is made ready here.
 * Errors: those of the plan's guards, `permission.denied`, `organization.unavailable`.
 */
export async function answerSession(
  ctx: PublicCtx,
  session: OpenedSession,
  plan: SessionPlan,
): Promise<Reply<SignedIn>> {
  const { userId, sessionId, organizationId } = session;
  const own = [...grantNewKeys(organizationId), standingOf(userId, organizationId)];
  const writes = [...plan.writes, ...own];
  const { rows } = await commitControl(publicScope(ctx), { ...plan, writes, answer: null });
  const standing = standingIn(rows.at(-1));
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
