import { write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";

/** Half-done sign-ins lose their worth, as sessions do. */
export function closeChallenges(userId: string): ControlWrite {
  return write("DELETE FROM challenges WHERE user_id = ?", userId);
}

/**
 * Takes away the passkeys, the authenticator app, the recovery codes and the API tokens that were added since an instant (ISO UTC; all of
 * them when empty): whoever added them was not the one who reads the address's mail. Each is a way in of its own.
 */
export function forgetFactors(userId: string, since: string): ControlWrite[] {
  return ["passkeys", "totp_factors", "recovery_codes", "api_tokens"].map((table) =>
    write(`DELETE FROM ${table} WHERE user_id = ? AND created_at >= ?`, userId, since),
  );
}
