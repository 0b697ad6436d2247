import type { BoardView } from "#domain/boards/view.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { findBoard } from "./queries.ts";
import { viewOf } from "./record.ts";

/** Reads a board's row. Error: `board.not_found`. */
export async function readBoard(ctx: Ctx, input: { id: string }): Promise<BoardView> {
  const [board, actor] = await Promise.all([findBoard(ctx, input.id), ctx.actor()]);
  return board ? viewOf(board, actor) : fail("board.not_found", { id: input.id });
}
