import type { Format } from "#web/lib/format.ts";

/** A measured time: 96 ms, 1,4 s. */
export const seconds = (ms: number, f: Format): string =>
  ms < 950 ? `${f.number(Math.round(ms))}\u00a0ms` : `${f.number(ms / 1_000, 1)}\u00a0s`;
