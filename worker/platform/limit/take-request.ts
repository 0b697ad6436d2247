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

/**
 * Counts a request of a person, exactly and wherever on earth it came in. Null when the count can't be had: then the
 * outer ring alone limits. Error: `request.rate_limited` with `seconds`, `of: "person"` and Retry-After.
 */
export async function takeRequest(
  env: Env,
  requestId: string,
  userId: string,
): Promise<Allowance | null> {
  let allowance: Allowance;
  try {
    allowance = await env.LIMIT_ROOM.getByName(`users/${userId}`).take(quotaOf(env));
  } catch (error) {
    log("warn", "limit.unavailable", { requestId, error: String(error) });
    return null;
  }
  if (allowance.allowed) return allowance;
  const headers = { ...limitHeaders(allowance), "retry-after": String(allowance.reset) };
  // `of` tells a page that waiting helps: its own requests of the minute were too many.
  return fail("request.rate_limited", { seconds: allowance.reset, of: "person" }, headers);
}

/** The header fields of draft-ietf-httpapi-ratelimit-headers: what is allowed, and what of it is left. */
export function limitHeaders(allowance: Allowance): Record<string, string> {
  return {
    "ratelimit-policy": `"person";q=${allowance.quota};w=60`,
    ratelimit: `"person";r=${allowance.remaining};t=${allowance.reset}`,
  };
}
