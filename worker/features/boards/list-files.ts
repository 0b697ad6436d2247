import type { Card } from "#domain/boards/model.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { BoardRpc } from "./board-rpc.ts";
import { findBoard } from "./queries.ts";

/** The files of a card as the board's object has them. Errors: `board.not_found`, `board.card_not_found`. */
export async function listFiles(ctx: Ctx, input: { id: string; card: string }) {
  const board = await findBoard(ctx, input.id);
  if (!board) return fail("board.not_found", { id: input.id });
  const room = await ctx.rooms.board<BoardRpc>(input.id);
  const card = (await room.card(ctx.tenant, input.card)) as Card | null;
  return card ? { items: card.files } : fail("board.card_not_found");
}
