import { fail } from "#domain/errors.ts";
import { closeMailTokens } from "#worker/platform/auth/mail-tokens.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { asPublic, occasionOf } from "#worker/platform/auth/occasion.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { confirmMail, emailTakenMail } from "./account-mails.ts";
import { askOwnPassword } from "./own-password.ts";

const HOUR = 60 * 60_000;
/** New addresses that a person may try in an hour: each of them gets a mail. */
const MOST_AN_HOUR = 5;

/**
 * Mails a link to the address that the signed-in person wants; nothing changes before it is opened. An address that has
 * an account is told instead, so that this page can't be asked who has one.
 * Errors: `request.rate_limited`, `auth.password_wrong`, `request.invalid` for the address that the account has.
 */
export async function changeEmail(
  ctx: Ctx,
  input: { email: string; password: string },
): Promise<undefined> {
  const { userId, sessionId } = ctx;
  const since = new Date(ctx.clock.now() - HOUR).toISOString();
  const [own, found, actor, scope] = await Promise.all([
    askOwnPassword(ctx, input.password),
    controlDb(ctx).first<{ asked: number }>(
      `SELECT count(*) AS asked FROM mails
       WHERE user_id = ? AND kind IN ('email_confirm', 'email_taken') AND created_at > ?`,
      userId,
      since,
    ),
    ctx.actor(),
    scopeOf(ctx),
  ]);
  const { email } = input;
  if (email === actor.email.toLowerCase()) {
    return fail("request.invalid", {
      in: "body",
      issues: [{ path: "email", rule: "same", message: "The account has this address already" }],
    });
  }
  if (!found || found.asked >= MOST_AN_HOUR) {
    return fail("request.rate_limited", { seconds: HOUR / 1000 }, { "retry-after": "3600" });
  }
  const { language } = actor;
  const occasion = occasionOf(asPublic(ctx));
  await commitControl(scope, {
    writes: [closeMailTokens(userId, ["confirm"], occasion.at), ...own.writes],
    authEvents: [{ kind: "email.change_asked", userId }],
    // The batch finds out which of them there is: the same work for every address.
    mails: [
      emailTakenMail(ctx.clock, { userId, email, language }),
      confirmMail(ctx.clock, { userId, email, language, sessionId }),
    ],
    answer: null,
  });
  return undefined;
}
