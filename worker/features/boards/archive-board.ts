import type { BoardView } from "#domain/boards/view.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { BoardRpc } from "./board-rpc.ts";
import { changeBoard } from "./change-board.ts";

interface At {
  id: string;
  version: number;
}

/** Archives a board; its object refuses ops from then on. Errors: `board.not_found`, `conflict.version`. */
export async function archiveBoard(ctx: Ctx, input: At): Promise<BoardView> {
  const view = await changeBoard(ctx, input, "archived", (before) => ({
    archivedAt: before.archivedAt ?? isoNow(ctx.clock),
  }));
  await tellRoom(ctx, view);
  return view;
}

/** Brings an archived board back. Errors: `board.not_found`, `conflict.version`. */
export async function restoreBoard(ctx: Ctx, input: At): Promise<BoardView> {
  const view = await changeBoard(ctx, input, "restored", () => ({ archivedAt: null }));
  await tellRoom(ctx, view);
  return view;
}

async function tellRoom(ctx: Ctx, view: BoardView): Promise<void> {
  const room = await ctx.rooms.board<BoardRpc>(view.id);
  await room.setArchived(ctx.tenant, view.archivedAt !== null);
}
