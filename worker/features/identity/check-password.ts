import { judgePassword } from "#domain/identity/password.ts";
import { fail } from "#domain/errors.ts";

/** Refuses a new password that is too easily guessed. Error: `auth.password_weak` with `advice` codes. */
export async function checkPassword(password: string, context: readonly string[]): Promise<void> {
  const verdict = await judgePassword(password, context);
  if (verdict.acceptable) return;
  fail("auth.password_weak", { score: verdict.score, advice: verdict.advice });
}
