/** A round step so that about `most` of them span `range`: 1, 2 or 5 times a power of ten. */
function niceStep(range: number, most: number): number {
  const rough = range / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10;
  return factor * power;
}

/** Round values of an axis that holds every figure, with zero where the figures come near it. */
export function ticksOf(values: readonly number[], most = 4): number[] {
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const base = low > 0 && low > high * 0.9 ? low - (high - low) * 0.15 : Math.min(0, low);
  const step = niceStep(high - base || Math.abs(high) || 1, most);
  const first = Math.floor(base / step) * step;
  const count = Math.max(1, Math.ceil((high - first) / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, at) => Number((first + at * step).toPrecision(12)));
}

/** Heights of labels, moved apart so that no two are nearer than `gap`, within `bottom`. Their order stays. */
export function spread(wanted: readonly number[], gap: number, bottom: number): number[] {
  const order = wanted.map((y, at) => ({ y, at })).toSorted((a, b) => a.y - b.y);
  const places = order.map(({ y }) => y);
  for (let at = 1; at < places.length; at++) {
    places[at] = Math.max(places[at] ?? 0, (places[at - 1] ?? 0) + gap);
  }
  for (let at = places.length - 1; at >= 0; at--) {
    const below = at === places.length - 1 ? bottom : (places[at + 1] ?? 0) - gap;
    places[at] = Math.min(places[at] ?? 0, below);
  }
  const result: number[] = [];
  for (const [rank, { at }] of order.entries()) result[at] = places[rank] ?? 0;
  return result;
}
