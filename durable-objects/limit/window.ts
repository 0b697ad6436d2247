/** How many requests may be made in any minute, counted over the last minute and not by the clock's own. */
const WINDOW_MS = 60_000;

/** What is left of an allowance. */
export interface Taken {
  allowed: boolean;
  /** Instants of the requests of the last minute, oldest first, UTC milliseconds: this one among them when allowed. */
  times: number[];
  /** Requests that may follow at once. */
  remaining: number;
  /** Seconds until the oldest request of the minute no longer counts, rounded up; 0 when none counts. */
  reset: number;
}

/**
 * A sliding window: of all instants no minute holds more than `quota` allowed requests. What is refused does not count, so
 * asking again and again puts nobody back. A clock that went back counts as standing still.
 */
export function take(times: readonly number[], now: number, quota: number): Taken {
  const at = Math.max(now, times.at(-1) ?? now);
  const counted = times.filter((time) => time > at - WINDOW_MS);
  const allowed = counted.length < quota;
  if (allowed) counted.push(at);
  const oldest = counted[0];
  const reset = oldest === undefined ? 0 : Math.ceil((oldest + WINDOW_MS - at) / 1000);
  return { allowed, times: counted, remaining: Math.max(0, quota - counted.length), reset };
}
