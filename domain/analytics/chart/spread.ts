/** Bars of a round width (1, 2, 2.5 or 5 times a power of ten) that begin at a multiple of it, about `wanted` of them. */
export function roundBins(values: readonly number[], wanted: number): ReturnType<typeof binned> {
  const low = values.reduce((least, one) => Math.min(least, one), Infinity);
  const high = values.reduce((most, one) => Math.max(most, one), -Infinity);
  if (!(high > low)) return binned(values, 1);
  const rough = (high - low) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const width = ([1, 2, 2.5, 5].find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.floor(low / width);
  const count = Math.max(1, Math.ceil(high / width - first));
  // Multiples, not sums: 0.1 + 0.2 is no edge that anybody reads.
  const edge = (at: number): number => Number(((first + at) * width).toPrecision(12));
  const fits = count <= wanted * 2 && edge(0) <= low && edge(count) >= high;
  return fits ? counted(values, count, edge, { low, width }) : binned(values, wanted);
}

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
  const edge = (at: number): number =>
    at === count ? Math.max(high, low + width) : low + width * at;
  return counted(values, count, edge, { low, width });
}

function counted(
  values: readonly number[],
  count: number,
  edge: (at: number) => number,
  { low, width }: { low: number; width: number },
): { bins: { from: number; to: number }[]; counts: number[] } {
  const counts = Array.from({ length: count }, () => 0);
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
