/** Time from outside, so that tests can move it. All values are UTC. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The instant as ISO 8601 UTC text with milliseconds, as it is stored. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
