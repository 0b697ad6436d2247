import { newTotpKey, otpauthUri } from "#domain/factors/totp.ts";
import { fail } from "#domain/errors.ts";
import { countCode } from "#worker/features/identity/attempts.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded, write } from "#worker/platform/auth/control-writes.ts";
import { asPublic, occasionOf } from "#worker/platform/auth/occasion.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { seal } from "#worker/platform/secrets/seal.ts";
import { stepOf, useStep } from "./check-code.ts";
import { factorMail } from "./factor-mail.ts";
import { CODES_LEFT, forgetCodesOfNoFactor, newRecoveryCodes } from "./recovery-codes.ts";
import { totpPlace } from "./totp-secret.ts";

const ISSUER = "Aetheria";

/**
 * Makes a key for an authenticator app. Nothing asks for its codes before one of them has confirmed it; until then
 * another key takes its place. Error: `auth.factor_exists`.
 */
export async function startTotp(ctx: Ctx): Promise<{ key: string; uri: string }> {
  const { userId } = ctx;
  const key = newTotpKey();
  const sealed = await seal(asPublic(ctx).env, totpPlace(userId), key);
  const [actor, scope] = await Promise.all([ctx.actor(), scopeOf(ctx)]);
  const { rows } = await commitControl(scope, {
    writes: [
      write(
        `INSERT INTO totp_factors (user_id, secret, created_at) VALUES (?1, ?2, ?3)
         ON CONFLICT DO UPDATE SET secret = ?2, created_at = ?3, last_step = 0
         WHERE confirmed_at IS NULL RETURNING user_id`,
        userId,
        sealed,
        isoNow(ctx.clock),
      ),
    ],
    answer: null,
  });
  if (rows[0]?.length === 0) return fail("auth.factor_exists");
  return { key, uri: otpauthUri(key, actor.email, ISSUER) };
}

interface Pending {
  secret: string;
  last_step: number;
  codes: number;
}

/**
 * Confirms the app by a first code: from now on signing in asks for one. A person's first factor brings recovery codes.
 * Errors: `request.rate_limited`, `auth.factor_not_found` (start again), `auth.code_invalid`.
 */
export async function confirmTotp(
  ctx: Ctx,
  input: { code: string },
): Promise<{ recoveryCodes: string[] | null }> {
  const { userId } = ctx;
  const open = asPublic(ctx);
  const [attempt, pending, scope] = await Promise.all([
    countCode(open, userId),
    controlDb(ctx).first<Pending>(
      `SELECT secret, last_step, ${CODES_LEFT("f.user_id")} AS codes
       FROM totp_factors f WHERE user_id = ? AND confirmed_at IS NULL`,
      userId,
    ),
    scopeOf(ctx),
  ]);
  if (!pending) return fail("auth.factor_not_found");
  const stored = { userId, secret: pending.secret, lastStep: pending.last_step };
  const step = await stepOf(open, stored, input.code.replaceAll(/\s/g, ""));
  if (step === null) return fail("auth.code_invalid");
  const occasion = occasionOf(open);
  const { at } = occasion;
  const fresh = pending.codes === 0 ? await newRecoveryCodes(open.env, userId, at) : null;
  await commitControl(scope, {
    writes: [
      guarded(
        "stale",
        `UPDATE totp_factors SET confirmed_at = ? WHERE user_id = ? AND confirmed_at IS NULL
           AND secret = ?`,
        at,
        userId,
        pending.secret,
      ),
      useStep(userId, step),
      ...(fresh?.writes ?? []),
      ...attempt.success,
    ],
    authEvents: [{ kind: "factor.totp_added", userId }],
    mails: [factorMail(ctx.clock, userId, occasion, { kind: "totp_added" })],
    answer: null,
  });
  return { recoveryCodes: fresh?.codes ?? null };
}

/** Takes the authenticator app away; with the last factor, recovery codes go too. Error: `auth.factor_not_found`. */
export async function removeTotp(ctx: Ctx): Promise<undefined> {
  const { userId } = ctx;
  const occasion = occasionOf(asPublic(ctx));
  const [found, scope] = await Promise.all([
    controlDb(ctx).first("SELECT 1 FROM totp_factors WHERE user_id = ?", userId),
    scopeOf(ctx),
  ]);
  if (!found) return fail("auth.factor_not_found");
  await commitControl(scope, {
    writes: [
      write("DELETE FROM totp_factors WHERE user_id = ?", userId),
      forgetCodesOfNoFactor(userId),
    ],
    authEvents: [{ kind: "factor.totp_removed", userId }],
    mails: [factorMail(ctx.clock, userId, occasion, { kind: "totp_removed" })],
    answer: null,
  });
  return undefined;
}
