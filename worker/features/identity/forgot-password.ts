import { newId } from "#domain/ids.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { write } from "#worker/platform/auth/control-writes.ts";
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
    writes: [
      write(
        `INSERT INTO auth_events (id, user_id, kind, at, request_id, detail)
         VALUES (?, (SELECT id FROM users WHERE email = ?), 'password.reset_asked', ?, ?, ?)`,
        newId("aev", ctx.clock.now()),
        input.email,
        occasion.at,
        ctx.requestId,
        JSON.stringify({ device: occasion.device }),
      ),
    ],
    mails: [resetMail(ctx.clock, input.email, occasion)],
    mailsAfter: 300 + Math.random() * 1200,
    answer: null,
  });
  return undefined;
}
