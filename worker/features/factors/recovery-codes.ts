import {
  RECOVERY_CODES,
  newRecoveryCode,
  readRecoveryCode,
} from "#domain/factors/recovery-code.ts";
import { guarded, write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { HAS_SECOND_FACTOR } from "#worker/platform/auth/second-factor.ts";
import { hmac } from "#worker/platform/bytes.ts";
import type { Env } from "#worker/platform/env.ts";

/** How a code is stored: under a secret, and only for its person. 130 random bits need no slow hash. */
function hashOf(env: Env, userId: string, code: string): Promise<string> {
  return hmac(env.AUTH_SECRET, `recovery code ${userId} ${code}`);
}

/** Ten new codes of a person, in place of whatever codes there were. */
export async function newRecoveryCodes(env: Env, userId: string, now: string) {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  const hashes = await Promise.all(
    codes.map((code) => hashOf(env, userId, readRecoveryCode(code) ?? "")),
  );
  const writes: ControlWrite[] = [
    write("DELETE FROM recovery_codes WHERE user_id = ?", userId),
    write(
      `INSERT INTO recovery_codes (hash, user_id, created_at)
       SELECT value, ?, ? FROM json_each(?)`,
      userId,
      now,
      JSON.stringify(hashes),
    ),
  ];
  return { codes, writes };
}

/** Uses a recovery code up, or aborts the batch with `auth.code_invalid`. Null when it can't be one. */
export async function useRecoveryCode(
  env: Env,
  userId: string,
  typed: string,
  now: string,
): Promise<ControlWrite | null> {
  const code = readRecoveryCode(typed);
  if (!code) return null;
  return guarded(
    "code",
    "UPDATE recovery_codes SET used_at = ? WHERE hash = ? AND user_id = ? AND used_at IS NULL",
    now,
    await hashOf(env, userId, code),
    userId,
  );
}

/** SQL: how many recovery codes of a person still work. The argument is an SQL expression. */
export const CODES_LEFT = (user: string) =>
  `(SELECT count(*) FROM recovery_codes c WHERE c.user_id = ${user} AND c.used_at IS NULL)`;

/** Forgets the recovery codes of a person whose last factor was just taken away: they would open nothing. */
export function forgetCodesOfNoFactor(userId: string): ControlWrite {
  return write(
    `DELETE FROM recovery_codes WHERE user_id = ?
     AND NOT EXISTS (SELECT 1 FROM users u WHERE u.id = recovery_codes.user_id AND ${HAS_SECOND_FACTOR("u.id")})`,
    userId,
  );
}
