import { addressScope } from "#domain/identity/back-off.ts";
import { fail } from "#domain/errors.ts";
import type { Env } from "#worker/platform/env.ts";

/** Guesses a minute from one address, and from all of them together. */
export const GUESSES = { address: 10, all: 60 };

/**
 * Counts one guess at a secret that has no account behind it, before it is compared: by the address it comes from, then by all. When
 * it can't be counted it fails, and nothing is compared. Error: `request.rate_limited` with `seconds` and Retry-After.
 */
export async function takeGuess(env: Env, secret: string, address: string | null): Promise<void> {
  const take = async (name: string, quota: number) => {
    const { allowed, reset } = await env.LIMIT_ROOM.getByName(`guesses/${name}`).take(quota);
    if (!allowed)
      fail("request.rate_limited", { seconds: reset }, { "retry-after": String(reset) });
  };
  // In turn: an address that has used up its own guesses takes none of everybody's.
  await take(`${secret}/${address === null ? "local" : addressScope(address)}`, GUESSES.address);
  await take(secret, GUESSES.all);
}
