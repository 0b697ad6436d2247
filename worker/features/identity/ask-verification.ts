import { fail } from "#domain/errors.ts";
import { closeMailTokens } from "#worker/platform/auth/mail-tokens.ts";
import { commitControl, scopeOf } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { verifyMail } from "./account-mails.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Links a day: enough for any mishap, too few to be a nuisance to whoever has the address. */
const MOST_A_DAY = 10;

interface Row {
  verified: string | null;
  sent: number;
  last: string | null;
}

/**
 * Mails another link that confirms the address; the earlier ones are worthless then. Nothing happens when it is confirmed
 * already. Error: `request.rate_limited` within a minute of the last one, and after ten in a day.
 */
export async function askVerification(ctx: Ctx): Promise<undefined> {
  const now = ctx.clock.now();
  const row = await controlDb(ctx).first<Row>(
    `SELECT u.email_verified_at AS verified, count(m.id) AS sent, max(m.created_at) AS last
     FROM users u LEFT JOIN mails m
       ON m.user_id = u.id AND m.kind = 'email_verify' AND m.created_at > ?
     WHERE u.id = ?`,
    new Date(now - DAY).toISOString(),
    ctx.userId,
  );
  if (row?.verified) return undefined;
  const since = now - Date.parse(row?.last ?? "");
  const wait = row && row.sent >= MOST_A_DAY ? DAY / 24 : MINUTE - since;
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000);
    return fail("request.rate_limited", { seconds }, { "retry-after": String(seconds) });
  }
  await commitControl(await scopeOf(ctx), {
    writes: [closeMailTokens(ctx.userId, ["verify"], isoNow(ctx.clock))],
    mails: [verifyMail(ctx.clock, ctx.userId)],
    answer: null,
  });
  return undefined;
}
