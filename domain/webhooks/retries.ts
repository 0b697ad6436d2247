const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Milliseconds from each failed attempt to the next: nine attempts over about a day. */
export const RETRIES_MS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
] as const;

/** A share of the wait by which attempts are spread, so that what failed together does not come back together. */
const SPREAD = 0.2;
/** The longest that a receiver may ask us to wait. */
const LONGEST_WAIT_MS = 12 * HOUR;
/** Days without anything arriving after which a webhook is paused. */
export const GIVE_UP_DAYS = 5;
/** The log keeps finished deliveries for so many days, and so many of them at most. */
export const LOG_DAYS = 30;
export const LOG_ROWS = 10_000;

/**
 * Milliseconds to wait after the `tries`-th failure (from 1), or null when it was the last. `random` is in [0, 1).
 * A receiver that asked for more (`retryAfter`, milliseconds) gets it, up to twelve hours.
 */
export function retryDelay(
  tries: number,
  random: number,
  retryAfter: number | null,
): number | null {
  const wait = RETRIES_MS[tries - 1];
  if (wait === undefined) return null;
  const spread = Math.round(wait * (1 - SPREAD + 2 * SPREAD * random));
  return Math.max(spread, Math.min(retryAfter ?? 0, LONGEST_WAIT_MS));
}

/** Milliseconds that a `Retry-After` header asks for, seconds or an HTTP date (RFC 9110 10.2.3); null when it asks for none. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * SECOND;
  const at = /^[A-Z][a-z]{2}, \d{2} /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
