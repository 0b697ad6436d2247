import { fail } from "#domain/errors.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import {
  clearedCookie,
  readRefreshCookie,
  successorOf,
} from "#worker/platform/auth/refresh-token.ts";
import { organizationsOf, tellRoomsOf } from "#worker/platform/auth/tell-rooms.ts";
import { occasionOf } from "#worker/platform/auth/occasion.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { sessionCopiedMail } from "./account-mails.ts";
import { Reply } from "#worker/platform/reply.ts";
import { answerSession } from "./open-session.ts";
import { CHOSEN, chosenOrganization } from "./chosen-organization.ts";

/** A spent token that comes back within this time is a second tab or a lost answer; later, it is theft. */
const GRACE_MS = 20_000;
/** More successors than any set of tabs spends within the grace. */
const LONGEST_CHAIN = 50;

interface TokenRow {
  session_id: string;
  user_id: string;
  chosen: string | null;
  /** When the organization that is wanted was deleted. */
  gone: string | null;
  expires_at: string;
  spent_at: string | null;
  /** Why there is no going on: a spent token came back, signed out from elsewhere, or seven days old. */
  over: "reused" | "ended" | "expired" | null;
}

/** Every browser and every later reload hears the same reason. */
const WAS_REUSED = `EXISTS (SELECT 1 FROM auth_events e WHERE e.user_id = s.user_id AND e.kind = 'refresh.reused'
    AND e.detail ->> '$.session' = s.id)`;

const TOKEN = `
SELECT t.session_id, t.spent_at, s.user_id, s.expires_at,
  ${CHOSEN("s.user_id", "coalesce(?3, s.organization_id)")} AS chosen,
  (SELECT deleted_at FROM deleted_organizations WHERE id = ?3) AS gone,
  CASE WHEN s.revoked_at IS NOT NULL THEN CASE WHEN ${WAS_REUSED} THEN 'reused' ELSE 'ended' END WHEN s.expires_at <= ?2 THEN 'expired' END AS over
FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id WHERE t.hash = ?1`;

/**
 * Trades a refresh token for an access token and the next refresh token. The same spent token gives the same
 * successor for 20 seconds; after that its return ends the whole session.
 * Errors: `auth.required` (no live session; `reason` tells whoever holds its token how it ended), `auth.refresh_reused`, `permission.denied` (a member of none).
 */
export async function refresh(ctx: PublicCtx, input: { organizationId?: string | undefined }) {
  const { organizationId: wanted = null } = input;
  const found = await newest(ctx, readRefreshCookie(ctx.request), wanted);
  if (!found) return fail("auth.required", {}, clearedCookie());
  const { spend, next, row } = found;
  const organizationId = chosenOrganization(row.chosen);
  const { at: now, place } = occasionOf(ctx);
  const opened = {
    sessionId: row.session_id,
    userId: row.user_id,
    organizationId,
    refreshToken: next,
    expiresAt: row.expires_at,
  };
  const reply = await answerSession(ctx, opened, {
    writes: [
      write(
        "UPDATE refresh_tokens SET spent_at = ? WHERE hash = ? AND spent_at IS NULL",
        now,
        await sha256(spend),
      ),
      write(
        "INSERT OR IGNORE INTO refresh_tokens (hash, session_id, created_at) VALUES (?, ?, ?)",
        await sha256(next),
        row.session_id,
        now,
      ),
      write(
        "UPDATE sessions SET seen_at = ?, seen_place = ?, organization_id = ? WHERE id = ?",
        now,
        place,
        organizationId,
        row.session_id,
      ),
    ],
  });
  return row.gone
    ? new Reply({ ...reply.answer, deletedAt: row.gone }, reply.headers, reply.cookies)
    : reply;
}

/** The token to spend, which may be spent already, and the one to hand out. */
interface Found {
  spend: string;
  next: string;
  row: TokenRow;
}

/**
 * Follows a token that was spent a moment ago to the newest of its line, so that a slow tab never puts an older
 * cookie over a newer one. Null when there is no live session behind it.
 */
async function newest(
  ctx: PublicCtx,
  presented: string | null,
  wanted: string | null,
): Promise<Found | null> {
  if (presented === null) return null;
  let token = presented;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const row = await controlDb(ctx).first<TokenRow>(
      TOKEN,
      await sha256(token),
      isoNow(ctx.clock),
      wanted,
    );
    if (!row) return null;
    if (row.over === "reused") return fail("auth.refresh_reused", {}, clearedCookie());
    if (row.over) return fail("auth.required", { reason: row.over }, clearedCookie());
    const successor = await successorOf(ctx.env, token);
    if (row.spent_at === null) {
      return { spend: presented, next: token === presented ? successor : token, row };
    }
    if (ctx.clock.now() - Date.parse(row.spent_at) > GRACE_MS) return revokeFamily(ctx, row);
    token = successor;
  }
  return null;
}

async function revokeFamily(ctx: PublicCtx, row: TokenRow): Promise<never> {
  const { user_id: userId, session_id: sessionId } = row;
  const occasion = occasionOf(ctx);
  const { rows } = await commitControl(publicScope(ctx), {
    writes: [
      write(
        "UPDATE sessions SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
        occasion.at,
        sessionId,
      ),
      organizationsOf(userId),
    ],
    authEvents: [{ kind: "refresh.reused", userId, sessionId }],
    mails: [sessionCopiedMail(ctx.clock, { userId, sessionId }, occasion)],
    answer: null,
  });
  await tellRoomsOf(ctx, userId, rows);
  return fail("auth.refresh_reused", {}, clearedCookie());
}
