/** Time from outside, so that tests can move it. All values are UTC. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/**
 * The clock of this Worker: the system's. Outside production `CLOCK_AHEAD_MS` sets it ahead, so that a drill sees what
 * happens weeks later.
 */
export function clockOf(env: { ENVIRONMENT: string; CLOCK_AHEAD_MS?: string }): Clock {
  const ahead = env.ENVIRONMENT === "production" ? 0 : Number(env.CLOCK_AHEAD_MS ?? 0);
  return ahead > 0 ? { now: () => Date.now() + ahead } : systemClock;
}

/** The instant as ISO 8601 UTC text with milliseconds, as it is stored. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
