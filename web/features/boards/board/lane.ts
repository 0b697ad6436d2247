/** A lane is a column's cards below each other, of many heights, of which only some are drawn. All in px. */

/** Where each card begins, and behind the last one where the lane ends; gaps below the cards included. */
export function edgesOf(
  ids: readonly string[],
  heightOf: (id: string) => number,
  gap: number,
): Float64Array {
  const edges = new Float64Array(ids.length + 1);
  let edge = 0;
  for (const [at, id] of ids.entries()) {
    edges[at] = edge;
    edge += heightOf(id) + gap;
  }
  edges[ids.length] = edge;
  return edges;
}

/** The first position whose edge lies above `y`, or on it; 0 when there is none. */
function positionAt(edges: Float64Array, y: number): number {
  let [low, high] = [0, edges.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((edges[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Positions to draw, in order: those in sight or less than `beyond` from it, and `also` wherever they are, such as the
 * card that has the focus.
 */
export function positionsToDraw(
  edges: Float64Array,
  view: { top: number; height: number },
  also: readonly number[],
  beyond: number,
): number[] {
  const count = edges.length - 1;
  const from = positionAt(edges, Math.max(0, view.top - beyond));
  const to = Math.min(count - 1, positionAt(edges, view.top + view.height + beyond));
  const drawn = new Set(also.filter((at) => at >= 0 && at < count));
  for (let at = from; at <= to; at++) drawn.add(at);
  return [...drawn].toSorted((a, b) => a - b);
}

/** The room that what is left out takes before each drawn position, and, last, behind all of them. */
export function roomBetween(edges: Float64Array, drawn: readonly number[]): number[] {
  const edge = (at: number) => edges[at] ?? 0;
  const next = [...drawn, edges.length - 1];
  return next.map((at, i) => edge(at) - edge(i === 0 ? 0 : (drawn[i - 1] ?? 0) + 1));
}
