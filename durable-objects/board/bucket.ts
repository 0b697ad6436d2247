/** How much a client may push: `tokens` ops at once, `perSecond` in the long run. */
export interface Bucket {
  tokens: number;
  /** UTC milliseconds of the last refill. */
  at: number;
}

const CAPACITY = 2000;
const PER_SECOND = 200;

/** A full bucket. */
export function fullBucket(now: number): Bucket {
  return { tokens: CAPACITY, at: now };
}

/**
 * Takes tokens for ops. When too few are left nothing is taken, and `retryMs` says when there will be enough:
 * the client keeps its ops and sends them again, so that a limit never loses anything.
 */
export function take(
  bucket: Bucket,
  count: number,
  now: number,
): { bucket: Bucket; retryMs: number } {
  const refilled = Math.min(CAPACITY, bucket.tokens + ((now - bucket.at) / 1000) * PER_SECOND);
  if (refilled < count) {
    const retryMs = Math.ceil(((count - refilled) / PER_SECOND) * 1000);
    return { bucket: { tokens: refilled, at: now }, retryMs };
  }
  return { bucket: { tokens: refilled - count, at: now }, retryMs: 0 };
}

/**
 * Buckets by client, each full at first.
 * @returns takes tokens for `count` ops of a client and tells how many milliseconds it has to wait, 0 when they were taken.
 */
export function createBuckets(): (client: string, count: number, now: number) => number {
  const buckets = new Map<string, Bucket>();
  return (client, count, now) => {
    const { bucket, retryMs } = take(buckets.get(client) ?? fullBucket(now), count, now);
    buckets.set(client, bucket);
    return retryMs;
  };
}
