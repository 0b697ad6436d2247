import { base64url, hmac } from "#worker/platform/bytes.ts";
import type { Env } from "#worker/platform/env.ts";

const COOKIE = "__Host-aetheria_refresh";
const TOKEN = /^[\w-]{43}$/;

/** A session's first refresh token: 32 random bytes. Only its SHA-256 is stored. */
export function newRefreshToken(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/**
 * The token that follows this one. It is derived, so that two tabs that spend the same token get the same
 * successor without anything plain being stored; without the secret nobody can derive it.
 */
export function successorOf(env: Env, token: string): Promise<string> {
  return hmac(env.AUTH_SECRET, `refresh successor of ${token}`);
}

/** The refresh token of a request, or null when there is none that could be ours. */
export function readRefreshCookie(request: Request): string | null {
  const header = request.headers.get("cookie") ?? "";
  for (const pair of header.split(/;\s*/)) {
    if (!pair.startsWith(`${COOKIE}=`)) continue;
    const value = pair.slice(COOKIE.length + 1);
    return TOKEN.test(value) ? value : null;
  }
  return null;
}

/** Headers that hand a refresh token to the browser until the session's end, UTC. Scripts can't read it. */
export function refreshCookie(token: string, expiresAt: string): Record<string, string> {
  const end = new Date(expiresAt).toUTCString();
  return {
    "set-cookie": `${COOKIE}=${token}; Path=/; Expires=${end}; HttpOnly; Secure; SameSite=Strict`,
  };
}

/** Headers that take the refresh token away. */
export function clearedCookie(): Record<string, string> {
  return { "set-cookie": `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Strict` };
}
