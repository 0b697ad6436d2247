import type { AttachedFile } from "#domain/boards/card-file.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { BoardRpc } from "./board-rpc.ts";
import { findBoard } from "./queries.ts";

/** The files of a card as the board's object has them. Errors: `board.not_found`, `board.card_not_found`. */
export async function listFiles(ctx: Ctx, input: { id: string; card: string }) {
  const board = await findBoard(ctx, input.id);
  if (!board) return fail("board.not_found", { id: input.id });
  const room = await ctx.rooms.board<BoardRpc>(input.id);
  const items = (await room.files(ctx.tenant, input.card)) as AttachedFile[] | null;
  return items ? { items } : fail("board.card_not_found");
}
