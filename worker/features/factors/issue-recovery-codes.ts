import { fail } from "#domain/errors.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { asPublic, occasionOf } from "#worker/platform/auth/occasion.ts";
import { HAS_SECOND_FACTOR } from "#worker/platform/auth/second-factor.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { factorMail } from "./factor-mail.ts";
import { newRecoveryCodes } from "./recovery-codes.ts";

/** Ten new recovery codes; the ones of before are worth nothing. Error: `auth.factor_not_found` without second factor. */
export async function issueRecoveryCodes(ctx: Ctx): Promise<{ codes: string[] }> {
  const { userId } = ctx;
  const open = asPublic(ctx);
  const occasion = occasionOf(open);
  const [found, scope, issued] = await Promise.all([
    controlDb(ctx).first(
      `SELECT 1 FROM users u WHERE u.id = ? AND ${HAS_SECOND_FACTOR("u.id")}`,
      userId,
    ),
    scopeOf(ctx),
    newRecoveryCodes(open.env, userId, occasion.at),
  ]);
  if (!found) return fail("auth.factor_not_found");
  await commitControl(scope, {
    writes: issued.writes,
    authEvents: [{ kind: "factor.recovery_issued", userId }],
    mails: [factorMail(ctx.clock, userId, occasion, { kind: "recovery_issued" })],
    answer: null,
  });
  return { codes: issued.codes };
}
