/** Numbers by chance that are the same for the same seed (mulberry32). */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** An integer in [0, below). */
  upTo(below: number): number;
  pick<T>(items: readonly T[]): T | undefined;
  /** True this often. */
  happens(share: number): boolean;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (below: number) => Math.floor(next() * below);
  return {
    next,
    upTo,
    pick: (items) => items[upTo(items.length)],
    happens: (share) => next() < share,
  };
}
