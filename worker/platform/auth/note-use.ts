import { isoNow, type Clock } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import type { Authority } from "./authority.ts";

const MINUTE = 60_000;

/** Notes when and from where an API token was used, once a minute at most. Runs beside the answer. */
export async function noteUse(
  use: { env: Env; clock: Clock; requestId: string; address: string | null },
  token: NonNullable<Authority["token"]>,
): Promise<void> {
  const since = new Date(use.clock.now() - MINUTE).toISOString();
  if (token.usedAt !== null && token.usedAt > since) return;
  try {
    // No commitControl: nothing that anybody decided is written, and no round trip of the request is spent.
    await use.env.CONTROL_DB.prepare(
      "UPDATE api_tokens SET used_at = ?1, used_from = ?2 WHERE id = ?3 AND (used_at IS NULL OR used_at <= ?4)",
    )
      .bind(isoNow(use.clock), use.address, token.id, since)
      .run();
  } catch (error) {
    log("warn", "token.use_not_noted", { requestId: use.requestId, error: String(error) });
  }
}
