import type { BoardRecord, BoardView } from "#domain/boards/view.ts";
import { can, type Actor } from "#domain/permissions.ts";

/** A board as this reader sees it. */
export function viewOf(board: BoardRecord, actor: Actor): BoardView {
  const open = board.archivedAt === null;
  return {
    ...board,
    can: { write: open && can(actor, "boards.write"), manage: can(actor, "boards.manage") },
  };
}
