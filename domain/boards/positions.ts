import type { Change } from "./changes.ts";
import { findGap, freshRanks, liesIn, LONGEST_RANK, type Place, rankIn } from "./place.ts";
import type { BoardReader, Lane } from "./reader.ts";
import { isThere } from "./whole.ts";

/** A rank for a record, and ranks for the others when the lane had to be ranked anew. */
export interface Position {
  rank: string;
  exact: boolean;
  others: { id: string; rank: string }[];
}

/**
 * Picks a rank in the lane. Null when the record, at rank `current`, already is at that place.
 */
export function position(lane: Lane, place: Place, current: string | null): Position | null {
  const gap = findGap(lane, place);
  if (current !== null && liesIn(gap, current)) return null;
  const rank = rankIn(gap);
  if (rank.length <= LONGEST_RANK) return { rank, exact: gap.exact, others: [] };
  const rows = lane.all();
  const found = gap.high === null ? -1 : rows.findIndex((row) => row.rank >= (gap.high ?? ""));
  const index = found === -1 ? rows.length : found;
  const ranks = freshRanks(rows.length + 1);
  const own = ranks[index] ?? rank;
  const rest = ranks.toSpliced(index, 1);
  const others = rows.map((row, i) => ({ id: row.id, rank: rest[i] ?? row.rank }));
  return { rank: own, exact: gap.exact, others };
}

/** The changes that rank a lane anew. */
export function reranked(entity: "card" | "column", others: Position["others"]): Change[] {
  return others.map(({ id, rank }) => ({ entity, id, set: { rank }, quiet: true }));
}

/** Where a restored record goes: its own rank, or the next free one when another has taken it. */
export function freeRank(lane: Lane, rank: string): string {
  const below = lane.previous(rank);
  const taken = lane.next(below?.rank ?? null)?.rank === rank;
  return taken ? rankIn({ low: rank, high: lane.next(rank)?.rank ?? null }) : rank;
}

/** The end of a lane. */
export function endOf(lane: Lane): string {
  return rankIn({ low: lane.previous(null)?.rank ?? null, high: null });
}

/** The first live column, where cards go whose column is gone. */
export function firstColumn(read: BoardReader): string | undefined {
  return read.columnLane("").next(null)?.id;
}

/** Whether a column is on the board. */
export function isLive(read: BoardReader, columnId: string): boolean {
  const column = read.column(columnId);
  return column !== undefined && isThere(column);
}
