const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/** A mail is given up after this many attempts, some four hours. */
export const MOST_ATTEMPTS = 10;

/** Milliseconds to wait after this many attempts without success: 30 s, 1 min, 2 min … 1 h. */
export function mailWait(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
}
