import type { Language } from "#domain/i18n/texts.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { countAttempt } from "./attempts.ts";
import { registrationMails } from "./registration-mails.ts";

/**
 * Mails a link that starts an organization. Known and unknown addresses take the same way: the database alone finds out which
 * of two mails is written, and it leaves a chance moment later, so that not even the next request is slower for it.
 * Error: `request.rate_limited`.
 */
export async function startRegistration(
  ctx: PublicCtx,
  input: { email: string; language: Language },
): Promise<undefined> {
  await countAttempt(ctx, `register ${input.email}`);
  await commitControl(publicScope(ctx), {
    writes: [],
    mails: registrationMails(ctx.clock, input),
    mailsAfter: 300 + Math.random() * 1200,
    answer: null,
  });
  return undefined;
}
