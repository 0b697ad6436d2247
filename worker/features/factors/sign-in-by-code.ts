import { Fault, fail } from "#domain/errors.ts";
import { countAttempt, countCode, type Attempt } from "#worker/features/identity/attempts.ts";
import { acceptAtSignIn } from "#worker/features/members/accept-at-sign-in.ts";
import { openSession } from "#worker/features/identity/open-session.ts";
import { CHOSEN, chosenOrganization } from "#worker/features/identity/chosen-organization.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { useChallenge } from "./challenges.ts";
import { checkCode } from "./check-code.ts";
import { CODES_LEFT } from "./recovery-codes.ts";

interface Row {
  user_id: string;
  secret: string | null;
  last_step: number | null;
  codes: number;
  chosen: string | null;
}

/**
 * The second step of signing in: a code of the app or a recovery code, with the token of the first step. Counted per account
 * and address before anything is compared, and per account from everywhere, since only who has the password gets here.
 * Errors: `request.rate_limited`, `auth.challenge_invalid` (sign in again), `auth.code_invalid`, `permission.denied`, and with an
 * invitation those of accepting it.
 */
export async function signInByCode(
  ctx: PublicCtx,
  input: { token: string; code: string; invitation?: string | undefined },
) {
  const hash = await sha256(input.token);
  const now = isoNow(ctx.clock);
  const row = await controlDb(ctx).first<Row>(
    `SELECT c.user_id, f.secret, f.last_step, ${CODES_LEFT("c.user_id")} AS codes, ${CHOSEN("c.user_id")} AS chosen
     FROM challenges c LEFT JOIN totp_factors f ON f.user_id = c.user_id AND f.confirmed_at IS NOT NULL
     WHERE c.hash = ? AND c.kind = 'second_factor' AND c.used_at IS NULL AND c.expires_at > ?`,
    hash,
    now,
  );
  const attempt = await (row ? countCode(ctx, row.user_id) : countAttempt(ctx, "factor"));
  if (!row) return fail("auth.challenge_invalid");
  const userId = row.user_id;
  const stored = { userId, secret: row.secret, lastStep: row.last_step ?? 0, codes: row.codes };
  const used = await checkCode(ctx, stored, input.code);
  if (!used) return refuse(ctx, userId, attempt);
  const joined = input.invitation && (await acceptAtSignIn(ctx, input.invitation, userId));
  const { organizationId, ...plan } = joined || {
    organizationId: chosenOrganization(row.chosen),
    writes: [],
  };
  const owner = { userId, organizationId, proven: true as const };
  const own = [useChallenge(hash, "second_factor", now), used.write, ...attempt.success];
  const writes = [...own, ...plan.writes];
  try {
    return await openSession(ctx, owner, used.kind, { ...plan, writes, mails: used.mails });
  } catch (error) {
    const wrong = error instanceof Fault && error.code === "auth.code_invalid";
    if (wrong) return refuse(ctx, userId, attempt);
    throw error;
  }
}

/** Tells the account that a second factor was wrong. */
async function refuse(ctx: PublicCtx, userId: string, attempt: Attempt): Promise<never> {
  await commitControl(publicScope(ctx), {
    writes: [],
    authEvents: [{ kind: "factor.refused", userId }, ...attempt.slowed(userId)],
    answer: null,
  });
  return fail("auth.code_invalid");
}
