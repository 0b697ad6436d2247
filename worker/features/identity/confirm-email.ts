import type { z } from "zod";
import type { EmailConfirmed } from "#domain/identity/model.ts";
import { memberEvent } from "#domain/members/events.ts";
import { fail } from "#domain/errors.ts";
import { closeMailTokens, endSessions, useMailToken } from "#worker/platform/auth/mail-tokens.ts";
import {
  commitControl,
  publicScope,
  type ControlPlan,
} from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { occasionOf } from "#worker/platform/auth/occasion.ts";
import { organizationsOf, tellRoomsOf } from "#worker/platform/auth/tell-rooms.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { emailChangedMail, resetMail } from "./account-mails.ts";
import { countAttempt } from "./attempts.ts";
import { closeChallenges, forgetFactors } from "./forget-factors.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

type Confirmed = z.infer<typeof EmailConfirmed>;
type Change = Omit<ControlPlan<null>, "answer">;

/** A mailed token with the account that it is about, as both stand now. */
interface Found {
  kind: "verify" | "confirm" | "undo";
  user_id: string;
  /** The address that the token proves. */
  email: string;
  session_id: string | null;
  created_at: string;
  used_at: string | null;
  /** The address that the account has. */
  current: string;
  verified: string | null;
  name: string;
  language: "fr" | "en";
  /** JSON: the person's organizations with the role there. */
  memberships: string;
}

const FIND = `
SELECT t.kind, t.user_id, t.email, t.session_id, t.created_at, t.used_at, u.email AS current,
  u.email_verified_at AS verified, u.name, u.language,
  (SELECT json_group_array(json_object('organizationId', m.organization_id, 'roleId', m.role_id))
   FROM memberships m WHERE m.user_id = u.id) AS memberships
FROM mail_tokens t JOIN users u ON u.id = t.user_id
WHERE t.hash = ? AND t.kind IN ('verify', 'confirm', 'undo') AND t.expires_at > ?`;

/**
 * Does what a mailed link stands for: confirms the account's address, lets a new one take effect, or puts back the one
 * that was replaced. Errors: `request.rate_limited`, `auth.link_invalid`, `auth.email_taken` (somebody has registered
 * with the address meanwhile).
 */
export async function confirmEmail(ctx: PublicCtx, input: { token: string }): Promise<Confirmed> {
  const hash = await sha256(input.token);
  const { at: now } = occasionOf(ctx);
  const [attempt, found] = await Promise.all([
    countAttempt(ctx, "mail link"),
    controlDb(ctx).first<Found>(FIND, hash, now),
  ]);
  if (!found) return fail("auth.link_invalid");
  const { kind, email, user_id: userId } = found;
  if (found.used_at !== null) {
    // Pressed twice, or the answer was lost: what this link was for holds.
    if (kind === "verify" && found.verified && same(found.current, email)) {
      return { done: "verified", email };
    }
    return fail("auth.link_invalid");
  }
  const change = kind === "verify" ? verify(found, now) : replace(ctx, found, now);
  const { rows } = await commitControl(publicScope(ctx), {
    ...change,
    writes: [
      useMailToken(hash, now),
      ...change.writes,
      ...attempt.success,
      organizationsOf(userId),
    ],
    answer: null,
  });
  if (kind === "verify") return { done: "verified", email };
  await tellRoomsOf(ctx, userId, rows);
  return { done: kind === "confirm" ? "changed" : "restored", email };
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function verify({ user_id: userId, email }: Found, now: string): Change {
  return {
    writes: [
      guarded(
        "link",
        `UPDATE users SET email_verified_at = coalesce(email_verified_at, ?) WHERE id = ? AND email = ?`,
        now,
        userId,
        email,
      ),
    ],
    authEvents: [{ kind: "email.verified", userId }],
  };
}

/** What a thief may have added around the change that is taken back. */
function undoing({ user_id: userId, created_at: changedAt }: Found, now: string) {
  const before = new Date(Date.parse(changedAt) - DAY_MS).toISOString();
  return [
    // Links to put later addresses back are a stranger's by now; earlier ones outrank this one and stay.
    closeMailTokens(userId, ["undo"], now, changedAt),
    closeChallenges(userId),
    ...forgetFactors(userId, before),
  ];
}

/** Puts the token's address in the place of the account's, for each of the two reasons there are. */
function replace(ctx: PublicCtx, found: Found, now: string): Change {
  const { user_id: userId, email, name, language, current } = found;
  const undo = found.kind === "undo";
  const occasion = occasionOf(ctx);
  const record = { id: userId, name };
  const memberships = JSON.parse(found.memberships) as {
    organizationId: string;
    roleId: string;
  }[];
  return {
    writes: [
      guarded(
        "link",
        // Whoever takes a change back may have lost the password too: it opens nothing from here on.
        `UPDATE users SET email = ?, email_verified_at = ?${undo ? ", password_hash = NULL" : ""} WHERE id = ? AND email = ?`,
        email,
        now,
        userId,
        current,
      ),
      endSessions(userId, now, undo ? null : found.session_id),
      closeMailTokens(userId, ["verify", "confirm", "reset"], now),
      ...(undo ? undoing(found, now) : []),
    ],
    authEvents: [{ kind: undo ? "email.restored" : "email.changed", userId }],
    events: memberships.map(({ organizationId, roleId }) => ({
      organizationId,
      actor: { userId, name },
      event: memberEvent("changed", {
        before: { ...record, email: current, roleId },
        after: { ...record, email, roleId },
      }),
    })),
    mails: [
      // An address that nobody has confirmed may be a stranger's, who must not get a link into the account.
      ...(found.verified
        ? [emailChangedMail(ctx.clock, { userId, email: current, language }, occasion)]
        : []),
      ...(undo ? [resetMail(ctx.clock, email, occasion)] : []),
    ],
  };
}
