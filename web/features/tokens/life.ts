import type { Token } from "#domain/tokens/model.ts";

/** How long a new token lives: so many days, or to the end of a day that is chosen. */
export const LIVES = ["30", "90", "365", "date"] as const;
export type Life = (typeof LIVES)[number];

const DAY = 86_400_000;
const SOON = 7 * DAY;

/**
 * When a token of this life ends, ISO UTC; undefined while no day is chosen.
 * @param lastDay YYYY-MM-DD by the calendar of this device.
 * @param now UTC milliseconds.
 */
export function endOf(life: Life, lastDay: string | undefined, now: number): string | undefined {
  if (life !== "date") return new Date(now + Number(life) * DAY).toISOString();
  return lastDay === undefined ? undefined : new Date(`${lastDay}T23:59:59.999`).toISOString();
}

/** What a list shows of a token at a glance; `fine` shows nothing. `idle`: none of its keys opens anything now. */
export type TokenState = "over" | "idle" | "soon" | "fine";

/** The state of a token. `now`: UTC milliseconds. */
export function stateOf(
  token: Pick<Token, "expiresAt" | "permissions" | "withheld">,
  now: number,
): TokenState {
  const left = Date.parse(token.expiresAt) - now;
  if (left <= 0) return "over";
  if (token.withheld.length === token.permissions.length) return "idle";
  return left <= SOON ? "soon" : "fine";
}
