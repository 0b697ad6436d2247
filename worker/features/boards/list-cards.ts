import type { Card } from "#domain/boards/model.ts";
import { inOrder, isNote, linkedCard } from "#domain/boards/parts.ts";
import type { WholeCardView } from "#domain/boards/parts-view.ts";
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
  const columns = snapshot.columns.map(({ id, name, category, wipLimit, wipBlock }) => {
    return { id, name, category, wipLimit, wipBlock };
  });
  return { version: snapshot.version, columns, cards: snapshot.cards.map(wholeCardView) };
}

function wholeCardView(card: Card): WholeCardView {
  const lines = inOrder(card.items);
  const checklists = inOrder(card.checklists).map(({ id: list, name }) => {
    const items = lines
      .filter((item) => item.list === list)
      .map(({ id, text, done, assigneeId, dueOn }) => ({ id, text, done, assigneeId, dueOn }));
    return { id: list, name, items };
  });
  const links = Object.entries(card.links).flatMap(([key, relation]) =>
    isNote(key) ? [] : [{ ...linkedCard(key), relation }],
  );
  const notes = Object.keys(card.links).filter(isNote);
  return { ...cardView(card), checklists, links, notes };
}

/** What REST shows of a card, by name: what its object keeps beside that stays there. */
export function cardView(card: CardView): CardView {
  const { id, number, columnId, title, description, priority, dueOn, clientId } = card;
  const { tags, assigneeIds, cover, archived, createdBy, createdAt, updatedAt } = card;
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
    cover,
    archived,
    createdBy,
    createdAt,
    updatedAt,
  };
}
