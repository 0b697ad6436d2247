import type { SignedPasskey } from "#domain/factors/passkey.ts";
import { fail } from "#domain/errors.ts";
import { countAttempt } from "#worker/features/identity/attempts.ts";
import { askOwnPassword } from "#worker/features/identity/own-password.ts";
import { commitControl, scopeOf, type ControlScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { asPublic, occasionOf } from "#worker/platform/auth/occasion.ts";
import { FACTOR_METHODS, methodsIn } from "#worker/platform/auth/second-factor.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { Mail } from "#worker/platform/mail/mail.ts";
import { checkCode } from "./check-code.ts";
import { checkPasskey } from "./check-passkey.ts";
import { CODES_LEFT } from "./recovery-codes.ts";

type Proof = { password: string } | { code: string } | { passkey: SignedPasskey };

/**
 * Proves again who is there; what asks for a fresh proof then works for ten minutes. Whoever has a second factor proves it by
 * one: a password alone is what a thief of the password has. Errors: `request.rate_limited`, those of each proof,
 * `auth.second_factor_required`.
 */
export async function proveAgain(ctx: Ctx, proof: Proof): Promise<undefined> {
  const scope = await scopeOf(ctx);
  const { at } = occasionOf(asPublic(ctx));
  const { writes, mails = [], recovery = false } = await proofOf(ctx, scope, proof);
  await commitControl(scope, {
    mails,
    writes: [...writes, write("UPDATE sessions SET proven_at = ? WHERE id = ?", at, ctx.sessionId)],
    authEvents: [
      { kind: "session.proven", userId: ctx.userId },
      ...(recovery ? [{ kind: "factor.recovery_used" as const, userId: ctx.userId }] : []),
    ],
    answer: null,
  });
  return undefined;
}

interface Row {
  methods: string;
  secret: string | null;
  last_step: number | null;
  codes: number;
}

/** The writes that use a proof up, and what is told of it by mail. */
interface Proven {
  writes: readonly ControlWrite[];
  mails?: readonly Mail[];
  /** Whether it was a recovery code. */
  recovery?: boolean;
}

async function proofOf(ctx: Ctx, scope: ControlScope, proof: Proof): Promise<Proven> {
  const { userId } = ctx;
  const row = await controlDb(ctx).first<Row>(
    `SELECT ${FACTOR_METHODS("u.id")} AS methods, f.secret, f.last_step,
       ${CODES_LEFT("u.id")} AS codes FROM users u
     LEFT JOIN totp_factors f ON f.user_id = u.id AND f.confirmed_at IS NOT NULL WHERE u.id = ?`,
    userId,
  );
  if ("password" in proof) {
    if (methodsIn(row?.methods ?? "[]").length > 0) return fail("auth.second_factor_required");
    return askOwnPassword(ctx, proof.password);
  }
  const open = asPublic(ctx);
  const attempt = await countAttempt(open, `factor ${userId}`);
  if ("passkey" in proof) {
    const used = await checkPasskey(open, proof.passkey);
    if (used.userId !== userId) return fail("auth.passkey_invalid");
    return { writes: [...used.writes, ...attempt.success] };
  }
  const { secret = null, last_step: lastStep, codes = 0 } = row ?? {};
  const stored = { userId, secret, lastStep: lastStep ?? 0, codes };
  const used = await checkCode(open, stored, proof.code);
  if (!used) {
    await commitControl(scope, {
      writes: [],
      authEvents: [{ kind: "factor.refused", userId }, ...attempt.slowed(userId)],
      answer: null,
    });
    return fail("auth.code_invalid");
  }
  const { mails, kind } = used;
  const recovery = kind === "sign_in.recovery_code";
  return { writes: [used.write, ...attempt.success], mails, recovery };
}
