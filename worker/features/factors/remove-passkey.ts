import { fail } from "#domain/errors.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
import { asPublic, occasionOf } from "#worker/platform/auth/occasion.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { factorMail } from "./factor-mail.ts";
import { forgetCodesOfNoFactor } from "./recovery-codes.ts";

/** Takes a passkey away; with the last factor, recovery codes go too. Error: `auth.factor_not_found`. */
export async function removePasskey(ctx: Ctx, id: string): Promise<undefined> {
  const { userId } = ctx;
  const own = "FROM passkeys WHERE id = ? AND user_id = ?";
  const [found, scope] = await Promise.all([
    controlDb(ctx).first<{ name: string }>(`SELECT name ${own}`, id, userId),
    scopeOf(ctx),
  ]);
  if (!found) return fail("auth.factor_not_found");
  const occasion = occasionOf(asPublic(ctx));
  const change = { kind: "passkey_removed", name: found.name } as const;
  await commitControl(scope, {
    writes: [write(`DELETE ${own}`, id, userId), forgetCodesOfNoFactor(userId)],
    authEvents: [{ kind: "factor.passkey_removed", userId }],
    mails: [factorMail(ctx.clock, userId, occasion, change)],
    answer: null,
  });
  return undefined;
}
