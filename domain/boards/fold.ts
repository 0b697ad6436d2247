import { applyChanges, boardMap, type BoardMap, mapReader } from "./board-map.ts";
import { decide } from "./decide.ts";
import type { Op } from "./ops.ts";

/** An op that waits for the object's word. `base` is the confirmed version that its author saw. */
export interface Pending {
  seq: number;
  base: number;
  op: Op;
  /** UTC, by the clock of the client; the object's own replaces it. */
  at: string;
}

/**
 * What a person sees: the pending ops, in order, over the confirmed board. Returns a layer; ops that the
 * confirmed board refuses leave no trace in it.
 */
export function fold(
  confirmed: BoardMap,
  pending: readonly Pending[],
  who: { userId: string; client: string },
): BoardMap {
  const view = boardMap(confirmed);
  const read = mapReader(view);
  for (const { op, base, at } of pending) {
    const verdict = decide(read, op, { ...who, base, at });
    if (verdict.outcome === "applied" || verdict.outcome === "rebased") {
      applyChanges(view, verdict.changes, { version: view.version + 1, at });
    }
  }
  return view;
}
