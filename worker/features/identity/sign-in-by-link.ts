import { fail } from "#domain/errors.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { countAttempt } from "./attempts.ts";
import { answerSession, newSession } from "./open-session.ts";
import { chooseOrganization } from "./queries.ts";

/**
 * Signs in with a link that was made on the command line. Using it up and opening the session are one batch, so
 * two clicks open one session. Errors: `request.rate_limited`, `auth.link_invalid` (unknown, used or over).
 */
export async function signInByLink(ctx: PublicCtx, input: { token: string }) {
  const attempt = await countAttempt(ctx, "link");
  const hash = await sha256(input.token);
  const now = isoNow(ctx.clock);
  const link = await controlDb(ctx).first<{ user_id: string }>(
    "SELECT user_id FROM sign_in_links WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?",
    hash,
    now,
  );
  if (!link) return fail("auth.link_invalid");
  const userId = link.user_id;
  const organizationId = await chooseOrganization(controlDb(ctx), userId);
  const session = await newSession(ctx, { userId, organizationId }, "sign_in.link");
  await commitControl(publicScope(ctx), {
    writes: [
      guarded(
        "link",
        "UPDATE sign_in_links SET used_at = ?1 WHERE token_hash = ?2 AND used_at IS NULL AND expires_at > ?1",
        now,
        hash,
      ),
      ...attempt.success,
      ...session.writes,
    ],
    authEvents: [session.event],
    answer: null,
  });
  return answerSession(ctx, { ...session, sessionId: session.id, userId, organizationId });
}
