import { applyChanges, boardMap, type BoardMap } from "#domain/boards/board-map.ts";
import type { ServerMessage } from "#domain/boards/messages.ts";

/** Applies what an object sent to what a client holds, as a client would. */
export function follow(board: BoardMap, frames: readonly ServerMessage[]): BoardMap {
  let held = board;
  for (const frame of frames) {
    if (frame.kind === "welcome" && frame.mode === "snapshot") {
      held = boardMap();
      held.version = frame.version;
    } else if (frame.kind === "chunk") {
      for (const column of frame.columns) held.columns.set(column.id, column);
      for (const card of frame.cards) held.cards.set(card.id, card);
      for (const tag of frame.tags ?? []) held.tags.set(tag.id, tag);
    } else if (frame.kind === "ops") {
      for (const op of frame.ops) {
        if (op.version > held.version) applyChanges(held, op.changes, op);
      }
    }
  }
  return held;
}
