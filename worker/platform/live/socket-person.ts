import { readAuthority } from "#worker/platform/auth/authority.ts";
import { mustHaveFactor } from "#worker/platform/auth/fresh.ts";
import type { AccessClaims } from "#worker/platform/auth/tokens.ts";
import { clockOf, isoNow } from "#worker/platform/clock.ts";
import type { Env } from "#worker/platform/env.ts";
import { Fault } from "#domain/errors.ts";

/** Who sits behind a socket. Kept in its attachment, so that it survives hibernation. */
export interface SocketPerson {
  claims: AccessClaims;
  name: string;
  permissions: string[];
  /** The access under which somebody of the support holds it. */
  grantId?: string;
}

/**
 * Reads who opens or still holds a socket and what that person may do now.
 * @returns null when the session is over, the person is no longer a member, or lacks the second factor that is demanded.
 */
export async function readPerson(env: Env, claims: AccessClaims): Promise<SocketPerson | null> {
  const clock = clockOf(env);
  try {
    const authority = await readAuthority(env.CONTROL_DB, claims, isoNow(clock));
    mustHaveFactor(authority, clock);
    const { userId, sessionId, tenant } = claims;
    return {
      claims: { userId, sessionId, tenant },
      name: authority.name,
      permissions: [...authority.permissions],
      ...(authority.support ? { grantId: authority.support.grantId } : {}),
    };
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
