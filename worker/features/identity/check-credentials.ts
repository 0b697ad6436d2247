import type { FactorMethod } from "#domain/factors/model.ts";
import { fail } from "#domain/errors.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { FACTOR_METHODS, methodsIn } from "#worker/platform/auth/second-factor.ts";
import { hashPassword, verifyPassword } from "#worker/platform/auth/password-hash.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { countAttempt } from "./attempts.ts";
import { CHOSEN } from "./chosen-organization.ts";

/** A person whose password was right. */
export interface Credentials {
  userId: string;
  name: string;
  /** Where the person goes on; null when a member of no organization. */
  chosen: string | null;
  /** What has to be asked next; nothing without a second factor. */
  methods: FactorMethod[];
  /** Writes that belong in the batch of what follows: the attempt taken back, a hash at today's cost. */
  writes: ControlWrite[];
}

interface UserRow {
  id: string;
  name: string;
  password_hash: string | null;
  chosen: string | null;
  methods: string;
}

/**
 * Compares an email and a password with what is stored: counted before hashing, at the same cost and with the
 * same answer for an unknown email, a wrong password and an account without password.
 * Errors: `request.rate_limited`, `auth.invalid_credentials`.
 */
export async function checkCredentials(
  ctx: PublicCtx,
  input: { email: string; password: string },
): Promise<Credentials> {
  const [attempt, user] = await Promise.all([
    countAttempt(ctx, input.email, { email: input.email }),
    controlDb(ctx).first<UserRow>(
      `SELECT id, name, password_hash, ${CHOSEN("users.id")} AS chosen,
         ${FACTOR_METHODS("users.id")} AS methods FROM users WHERE email = ?`,
      input.email,
    ),
  ]);
  const match = await verifyPassword(ctx.env, input.password, user?.password_hash ?? null);
  if (!user || !match.ok) {
    await commitControl(publicScope(ctx), {
      writes: [],
      authEvents: [
        { kind: "sign_in.failed", userId: user?.id ?? null },
        ...attempt.slowed(user?.id ?? null),
      ],
      answer: null,
    });
    return fail("auth.invalid_credentials");
  }
  const rehash = match.stale
    ? [
        write(
          "UPDATE users SET password_hash = ? WHERE id = ? AND password_hash = ?",
          await hashPassword(ctx.env, input.password),
          user.id,
          user.password_hash,
        ),
      ]
    : [];
  const { id: userId, name, chosen } = user;
  const methods = methodsIn(user.methods);
  return { userId, name, chosen, methods, writes: [...attempt.success, ...rehash] };
}
