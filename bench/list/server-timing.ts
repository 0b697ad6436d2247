/** Round trips that an answer's `Server-Timing` tells: how many, and how many of them waited for one another. */
export interface RoundTrips {
  calls: number;
  depth: number;
}

/** Reads `d1;desc="calls 3, depth 1, statements 4"`; null when the answer tells nothing. */
export function roundTrips(header: string | null): RoundTrips | null {
  const match = /\bd1;desc="calls (\d+), depth (\d+)/.exec(header ?? "");
  return match ? { calls: Number(match[1]), depth: Number(match[2]) } : null;
}
