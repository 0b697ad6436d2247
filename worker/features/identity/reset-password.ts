import { fail } from "#domain/errors.ts";
import { closeMailTokens, endSessions, useMailToken } from "#worker/platform/auth/mail-tokens.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { deviceCookie, readDevice } from "#worker/platform/auth/device-cookie.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { occasionOf } from "#worker/platform/auth/occasion.ts";
import { hashPassword } from "#worker/platform/auth/password-hash.ts";
import { organizationsOf, tellRoomsOf } from "#worker/platform/auth/tell-rooms.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { Reply } from "#worker/platform/reply.ts";
import { passwordChangedMail } from "./account-mails.ts";
import { countAttempt } from "./attempts.ts";
import { checkPassword } from "./check-password.ts";
import { trustDevice } from "./known-device.ts";
import { closeChallenges, forgetFactors } from "./forget-factors.ts";

interface Row {
  user_id: string;
  email: string;
  name: string;
  verified: string | null;
}

/**
 * Gives an account the password that the reader of its mail chose, and ends every session. Opening the link proves the
 * address as well; it signs nobody in, so a second factor is asked for as ever. The browser then signs in however many others
 * try the account.
 * Errors: `request.rate_limited`, `auth.link_invalid`, `auth.password_weak`.
 */
export async function resetPassword(
  ctx: PublicCtx,
  input: { token: string; password: string },
): Promise<Reply<undefined>> {
  const hash = await sha256(input.token);
  const occasion = occasionOf(ctx);
  const now = occasion.at;
  const [attempt, row] = await Promise.all([
    countAttempt(ctx, "mail link"),
    controlDb(ctx).first<Row>(
      `SELECT t.user_id, t.email, u.name, u.email_verified_at AS verified FROM mail_tokens t JOIN users u ON u.id = t.user_id
       WHERE t.hash = ? AND t.kind = 'reset' AND t.used_at IS NULL AND t.expires_at > ?`,
      hash,
      now,
    ),
  ]);
  if (!row) return fail("auth.link_invalid");
  const userId = row.user_id;
  const browser = readDevice(ctx.request);
  await checkPassword(input.password, [row.name, row.email]);
  const { rows } = await commitControl(publicScope(ctx), {
    writes: [
      useMailToken(hash, now),
      guarded(
        "link",
        `UPDATE users SET password_hash = ?, email_verified_at = coalesce(email_verified_at, ?)
         WHERE id = ? AND email = ?`,
        await hashPassword(ctx.env, input.password),
        now,
        userId,
        row.email,
      ),
      endSessions(userId, now),
      closeMailTokens(userId, ["verify", "confirm", "reset"], now),
      closeChallenges(userId),
      // Nobody had confirmed the address: whoever registered with it, and added ways in, may be somebody else.
      ...(row.verified ? [] : forgetFactors(userId, "")),
      await trustDevice(userId, browser, now),
      ...attempt.success,
      organizationsOf(userId),
    ],
    authEvents: [{ kind: "password.reset", userId }],
    mails: [passwordChangedMail(ctx.clock, userId, occasion)],
    answer: null,
  });
  await tellRoomsOf(ctx, userId, rows);
  return new Reply(undefined, {}, [deviceCookie(browser)]);
}
