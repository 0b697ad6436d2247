import { fail } from "#domain/errors.ts";
import { askSecondFactor } from "#worker/features/factors/ask-second-factor.ts";
import { controlDb } from "#worker/platform/auth/control-db.ts";
import { guarded } from "#worker/platform/auth/control-writes.ts";
import { FACTOR_METHODS, methodsIn } from "#worker/platform/auth/second-factor.ts";
import type { PublicCtx } from "#worker/platform/bind.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { countAttempt } from "./attempts.ts";
import { openSession } from "./open-session.ts";
import { CHOSEN, chosenOrganization } from "./chosen-organization.ts";

/**
 * Signs in with a link that was made on the command line. Using it up and opening the session are one batch, so
 * two clicks open one session. Errors: `request.rate_limited`, `auth.link_invalid` (unknown, used or over).
 */
export async function signInByLink(ctx: PublicCtx, input: { token: string }) {
  const hash = await sha256(input.token);
  const now = isoNow(ctx.clock);
  const [attempt, link] = await Promise.all([
    countAttempt(ctx, "link"),
    controlDb(ctx).first<{ user_id: string; chosen: string | null; methods: string }>(
      `SELECT user_id, ${CHOSEN("sign_in_links.user_id")} AS chosen,
         ${FACTOR_METHODS("sign_in_links.user_id")} AS methods FROM sign_in_links
       WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?`,
      hash,
      now,
    ),
  ]);
  if (!link) return fail("auth.link_invalid");
  const use = guarded(
    "link",
    "UPDATE sign_in_links SET used_at = ?1 WHERE token_hash = ?2 AND used_at IS NULL AND expires_at > ?1",
    now,
    hash,
  );
  const writes = [use, ...attempt.success];
  const methods = methodsIn(link.methods);
  if (methods.length > 0) return askSecondFactor(ctx, link.user_id, methods, writes);
  const owner = { userId: link.user_id, organizationId: chosenOrganization(link.chosen) };
  return openSession(ctx, owner, "sign_in.link", { writes });
}
