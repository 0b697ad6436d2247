import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import type { Lane } from "./reader.ts";

/** The neighbours of a rank in a lane as it now is. */
export function placeOf(lane: Lane, rank: string): Place {
  const after = lane.previous(rank);
  return { after: after?.id ?? null, before: lane.next(after?.rank ?? null)?.id ?? null };
}

/** Neighbours as the sender saw them. */
export interface Place {
  after: string | null;
  before: string | null;
}

/** A gap in a lane. `exact` tells whether the neighbours still were as the sender saw them. */
export interface Gap {
  low: string | null;
  high: string | null;
  exact: boolean;
}

/** Keys longer than this make the lane be ranked anew: keys grow with each insertion at one spot. */
export const LONGEST_RANK = 40;

/** The gap for a place. A neighbour that is gone leaves the other to go by; with both gone it is the end. */
export function findGap(lane: Lane, place: Place): Gap {
  const after = place.after === null ? undefined : lane.find(place.after);
  const before = place.before === null ? undefined : lane.find(place.before);
  if (after) {
    const next = lane.next(after.rank);
    const exact = (next?.id ?? null) === place.before;
    return { low: after.rank, high: next?.rank ?? null, exact };
  }
  if (before) {
    const previous = lane.previous(before.rank);
    const exact = place.after === null && previous === undefined;
    return { low: previous?.rank ?? null, high: before.rank, exact };
  }
  if (place.after === null && place.before !== null) {
    return { low: null, high: lane.next(null)?.rank ?? null, exact: false };
  }
  const last = lane.previous(null);
  const wanted = place.after === null && place.before === null;
  return { low: last?.rank ?? null, high: null, exact: wanted };
}

/** A key inside the gap (https://observablehq.com/@dgreensp/implementing-fractional-indexing). */
export function rankIn(gap: Pick<Gap, "low" | "high">): string {
  return generateKeyBetween(gap.low, gap.high);
}

/** Whether a rank already lies inside the gap, so that a move there changes nothing. */
export function liesIn(gap: Gap, rank: string): boolean {
  return (gap.low === null || gap.low < rank) && (gap.high === null || rank < gap.high);
}

/** Short, evenly spaced keys for a lane of this many records, in order. */
export function freshRanks(count: number): string[] {
  return generateNKeysBetween(null, null, count);
}
