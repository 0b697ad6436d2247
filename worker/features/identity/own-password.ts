import { fail } from "#domain/errors.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import type { ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { asPublic } from "#worker/platform/auth/occasion.ts";
import { verifyPassword } from "#worker/platform/auth/password-hash.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { countAttempt } from "./attempts.ts";

/** The stored hash that the typed password matched, and the attempt taken back. */
export interface OwnPassword {
  stored: string;
  writes: ControlWrite[];
}

/**
 * Asks the signed-in person for their password again: whoever found an open page does not know it. Counted before
 * hashing. Errors: `request.rate_limited`, `auth.password_wrong` (also without any password).
 */
export async function askOwnPassword(ctx: Ctx, typed: string): Promise<OwnPassword> {
  const open = asPublic(ctx);
  const [attempt, user, scope] = await Promise.all([
    countAttempt(open, `own password ${ctx.userId}`),
    controlDb(ctx).first<{ password_hash: string | null }>(
      "SELECT password_hash FROM users WHERE id = ?",
      ctx.userId,
    ),
    scopeOf(ctx),
  ]);
  const stored = user?.password_hash ?? null;
  const match = await verifyPassword(open.env, typed, stored);
  if (stored !== null && match.ok) return { stored, writes: attempt.success };
  await commitControl(scope, {
    writes: [],
    authEvents: [{ kind: "password.refused", userId: ctx.userId }, ...attempt.slowed(ctx.userId)],
    answer: null,
  });
  return fail("auth.password_wrong");
}
