import type { CardView } from "#domain/boards/view.ts";
import { fail } from "#domain/errors.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { BoardRpc, BoardSnapshot } from "./board-rpc.ts";
import { findBoard } from "./queries.ts";

/** Columns and cards as the board's object has them. Error: `board.not_found`. */
export async function listCards(ctx: Ctx, input: { id: string }) {
  const board = await findBoard(ctx, input.id);
  if (!board) return fail("board.not_found", { id: input.id });
  const room = await ctx.rooms.board<BoardRpc>(input.id);
  const snapshot = (await room.snapshot(ctx.tenant)) as BoardSnapshot | null;
  if (!snapshot) return fail("board.not_found", { id: input.id });
  const columns = snapshot.columns.map(({ id, name, category, wipLimit }) => {
    return { id, name, category, wipLimit };
  });
  return { version: snapshot.version, columns, cards: snapshot.cards.map(cardView) };
}

/** What REST shows of a card, by name: what its object keeps beside that stays there. */
export function cardView(card: CardView): CardView {
  const { id, number, columnId, title, description, priority, dueOn, clientId } = card;
  const { tags, assigneeIds, createdBy, createdAt, updatedAt } = card;
  return {
    id,
    number,
    columnId,
    title,
    description,
    priority,
    dueOn,
    clientId,
    tags,
    assigneeIds,
    createdBy,
    createdAt,
    updatedAt,
  };
}
