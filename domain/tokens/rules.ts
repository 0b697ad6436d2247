import type { Access } from "#domain/route.ts";
import { PERMISSIONS, type Permission } from "#domain/permissions.ts";

/** Keys that open nothing to a token: they lead to routes that only somebody who signed in may use. */
function isForPeople(key: Permission): boolean {
  return key.startsWith("tokens.") || (key.startsWith("identity.") && key !== "identity.read");
}

/** The keys that a token may hold, in the order in which features declare them. */
export const TOKEN_KEYS: readonly Permission[] = PERMISSIONS.filter((key) => !isForPeople(key));

/** Whether a key reads only: what the shortcut "read only" picks. */
export function readsOnly(key: Permission): boolean {
  return key.endsWith(".read");
}

/**
 * The keys among these that change what the others don't let see: whoever changes a record is answered with it, so a
 * token that writes has to read as well, and says so.
 */
export function blindKeys(keys: readonly string[]): string[] {
  return keys.filter((key) => {
    const reading = `${key.split(".", 1)[0]}.read`;
    return (PERMISSIONS as readonly string[]).includes(reading) && !keys.includes(reading);
  });
}

/** These keys with what is needed to read what they change. */
export function withReading(keys: ReadonlySet<Permission>): Permission[] {
  const features = new Set([...keys].map((key) => key.split(".", 1)[0]));
  return PERMISSIONS.filter(
    (key) => keys.has(key) || (readsOnly(key) && features.has(key.split(".", 1)[0])),
  );
}

/**
 * Whether API tokens reach a route unless its definition says otherwise: what asks for a key that a token may hold, and
 * for no proof of who sits there. A key that a token can't hold is refused as any missing one would be, but with words that
 * say that no token helps.
 */
export function opensToTokens(route: { permission: Access; fresh?: true }): boolean {
  const { permission } = route;
  if (permission === "public" || permission === "member" || route.fresh) return false;
  return !isForPeople(permission);
}

/** The longest life of a token, in days; a day more leaves room for the end of the last day, wherever that is. */
export const MAX_DAYS = 366;

const DAY = 86_400_000;

/** Whether a token may end then. `expiresAt`: ISO UTC; `now`: UTC milliseconds. */
export function mayEndAt(expiresAt: string, now: number): boolean {
  const end = Date.parse(expiresAt);
  return end > now && end <= now + MAX_DAYS * DAY;
}

/** How many tokens a person in one organization, or a service account, may have that still work. */
export const MAX_TOKENS = 50;
