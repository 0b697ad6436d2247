import type { BoardView } from "#domain/boards/view.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { log } from "#worker/platform/log.ts";
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
  return toldRoom(ctx, view);
}

/** Brings an archived board back, its object as well. Errors: `board.not_found`, `conflict.version`. */
export async function restoreBoard(ctx: Ctx, input: At): Promise<BoardView> {
  const view = await changeBoard(ctx, input, "restored", () => ({ archivedAt: null }));
  return toldRoom(ctx, view);
}

/** Tells the object at once, so that the answer finds it changed. Should that fail, the outbox tells it until it has heard. */
async function toldRoom(ctx: Ctx, view: BoardView): Promise<BoardView> {
  const room = await ctx.rooms.board<BoardRpc>(view.id);
  await room.setArchived(ctx.tenant, view.archivedAt !== null).catch((error: unknown) => {
    log("warn", "board.room_untold", { requestId: ctx.requestId, error: String(error) });
  });
  return view;
}
