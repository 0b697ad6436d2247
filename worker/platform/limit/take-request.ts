import { fail } from "#domain/errors.ts";
import type { Env } from "#worker/platform/env.ts";
import { log } from "#worker/platform/log.ts";
import type { Allowance } from "./rpc.ts";

const REQUESTS_PER_MINUTE = 100;

/** Requests a minute that one person may make: 100 unless the Worker is told another number. */
function quotaOf(env: Env): number {
  const told = Number(env.REQUESTS_PER_MINUTE ?? "");
  return Number.isInteger(told) && told > 0 ? told : REQUESTS_PER_MINUTE;
}

/** Whose requests are counted together: a person's sessions, one personal API token, or a service account's tokens. */
export interface Asker {
  of: "person" | "token" | "service";
  id: string;
}

const ROOMS = { person: "users", token: "tokens", service: "services" };

/** What an asker may still ask for in this minute. */
export type Counted = Allowance & Pick<Asker, "of">;

/**
 * Counts a request, exactly and wherever on earth it came in. Null when the count can't be had, or
 * the Worker is told `uncounted`: then the outer ring alone limits. Error: `request.rate_limited` with `seconds`, `of` and Retry-After.
 */
export async function takeRequest(
  env: Env,
  requestId: string,
  { of, id }: Asker,
): Promise<Counted | null> {
  if (env.REQUESTS_PER_MINUTE === "uncounted") return null;
  let allowance: Allowance;
  try {
    allowance = await env.LIMIT_ROOM.getByName(`${ROOMS[of]}/${id}`).take(quotaOf(env));
  } catch (error) {
    log("warn", "limit.unavailable", { requestId, error: String(error) });
    return null;
  }
  if (allowance.allowed) return { ...allowance, of };
  const headers = { ...limitHeaders({ ...allowance, of }), "retry-after": String(allowance.reset) };
  // `of` tells a page that waiting helps: its own requests of the minute were too many.
  return fail("request.rate_limited", { seconds: allowance.reset, of }, headers);
}

/** The header fields of draft-ietf-httpapi-ratelimit-headers: what is allowed, and what of it is left. */
export function limitHeaders(allowance: Counted): Record<string, string> {
  return {
    "ratelimit-policy": `"${allowance.of}";q=${allowance.quota};w=60`,
    ratelimit: `"${allowance.of}";r=${allowance.remaining};t=${allowance.reset}`,
  };
}
