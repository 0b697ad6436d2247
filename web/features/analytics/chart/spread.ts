/** How a column of numbers spreads over bars of one width. */
export function binned(
  values: readonly number[],
  count: number,
): { bins: { from: number; to: number }[]; counts: number[] } {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (values.length === 0) return { bins: [], counts: [] };
  const width = (high - low) / count || 1;
  const counts = Array.from({ length: count }, () => 0);
  const edge = (at: number): number =>
    at === count ? Math.max(high, low + width) : low + width * at;
  for (const value of values) {
    let bin = Math.max(0, Math.min(count - 1, Math.floor((value - low) / width)));
    // The edges that are shown and drilled decide, not the rounding of the division.
    while (bin > 0 && value < edge(bin)) bin -= 1;
    while (bin < count - 1 && value >= edge(bin + 1)) bin += 1;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { bins: counts.map((_, at) => ({ from: edge(at), to: edge(at + 1) })), counts };
}

/** Lowest, first quartile, median, third quartile, highest; quartiles between values are interpolated (as DuckDB's quantile_cont). */
export function boxOf(values: readonly number[]): [number, number, number, number, number] | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
    return below + (above - below) * (place - Math.floor(place));
  };
  return [at(0), at(0.25), at(0.5), at(0.75), at(1)];
}
