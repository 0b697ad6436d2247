import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { occasionOf } from "#worker/platform/auth/occasion.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { countAttempt } from "./attempts.ts";
import { resetMail } from "./account-mails.ts";

/**
 * Mails a link to choose a new password to whoever has the address. Known and unknown addresses take the same way: the
 * database alone finds out, in one batch that writes an event in either case. The mail leaves a chance moment later, so
 * that not even the next request is slower for it.
 * Error: `request.rate_limited`.
 */
export async function forgotPassword(ctx: PublicCtx, input: { email: string }): Promise<undefined> {
  await countAttempt(ctx, `forgot ${input.email}`);
  const occasion = occasionOf(ctx);
  await commitControl(publicScope(ctx), {
    writes: [],
    authEvents: [{ kind: "password.reset_asked", userId: null, email: input.email }],
    mails: [resetMail(ctx.clock, input.email, occasion)],
    mailsAfter: 300 + Math.random() * 1200,
    answer: null,
  });
  return undefined;
}
