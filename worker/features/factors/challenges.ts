import { guarded, write, type ControlWrite } from "#worker/platform/auth/control-writes.ts";
import { base64url, sha256 } from "#worker/platform/bytes.ts";
import type { Clock } from "#worker/platform/clock.ts";

/** What a challenge is good for, and nothing else. */
export type ChallengeKind = "second_factor" | "passkey_new" | "passkey";

const LIFE_MS = 5 * 60_000;

/** A new challenge: what the page gets, and the write that remembers it. */
export interface Challenge {
  token: string;
  expiresAt: string;
  write: ControlWrite;
}

/** Asks for something that is to be answered once within five minutes. Only a hash of the token is stored. */
export async function newChallenge(
  clock: Clock,
  kind: ChallengeKind,
  userId: string | null = null,
): Promise<Challenge> {
  const token = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const expiresAt = new Date(clock.now() + LIFE_MS).toISOString();
  return {
    token,
    expiresAt,
    write: write(
      "INSERT INTO challenges (hash, kind, user_id, expires_at) VALUES (?, ?, ?, ?)",
      await sha256(token),
      kind,
      userId,
      expiresAt,
    ),
  };
}

/** Uses a challenge up, or aborts the batch with `auth.challenge_invalid`. `now`: ISO UTC instant. */
export function useChallenge(hash: string, kind: ChallengeKind, now: string): ControlWrite {
  return guarded(
    "challenge",
    `UPDATE challenges SET used_at = ?1
     WHERE hash = ?2 AND kind = ?3 AND used_at IS NULL AND expires_at > ?1`,
    now,
    hash,
    kind,
  );
}
