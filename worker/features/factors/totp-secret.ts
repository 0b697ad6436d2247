import type { Place } from "#worker/platform/secrets/seal.ts";

/** Where the key of a person's authenticator app stands. */
export function totpPlace(userId: string): Place {
  return { owner: userId, table: "totp_factors", row: userId, column: "secret" };
}
