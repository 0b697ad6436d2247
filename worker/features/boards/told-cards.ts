import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "#worker/platform/context.ts";
import { boards, comments, tasks } from "./schema.ts";

/** A card, and a comment on it, that somebody was told of. */
interface Told {
  boardId: string;
  cardId: string;
  commentId: string | null;
}

const pairs = (json: string) => sql`(SELECT value ->> 0, value ->> 1 FROM json_each(${json}))`;

/** What these cards are called, and what the comments say that stand: a function from one to it; null when the card is not known. */
export async function toldCards(ctx: Ctx, asked: readonly Told[]) {
  if (asked.length === 0) return () => null;
  // As JSON: a page of them would bind more parameters than a statement takes.
  const ids = JSON.stringify(asked.map(({ boardId, cardId }) => [boardId, cardId]));
  const said = JSON.stringify(asked.map(({ boardId, commentId }) => [boardId, commentId]));
  const [cards, texts] = await Promise.all([
    ctx.db
      .select({
        boardId: tasks.boardId,
        cardId: tasks.id,
        boardTitle: boards.title,
        prefix: boards.prefix,
        number: tasks.number,
        cardTitle: tasks.title,
      })
      .from(tasks)
      .innerJoin(boards, eq(boards.id, tasks.boardId))
      .where(sql`(${tasks.boardId}, ${tasks.id}) IN ${pairs(ids)}`),
    ctx.db
      .select({ boardId: comments.boardId, id: comments.id, text: comments.text })
      .from(comments)
      .where(
        and(
          eq(comments.deleted, false),
          sql`(${comments.boardId}, ${comments.id}) IN ${pairs(said)}`,
        ),
      ),
  ]);
  const byCard = new Map(cards.map((card) => [`${card.boardId}/${card.cardId}`, card]));
  const byComment = new Map(texts.map(({ boardId, id, text }) => [`${boardId}/${id}`, text]));
  return ({ boardId, cardId, commentId }: Told) => {
    const card = byCard.get(`${boardId}/${cardId}`);
    if (!card) return null;
    const { boardTitle, cardTitle, prefix, number } = card;
    const text = byComment.get(`${boardId}/${commentId}`) ?? null;
    return { boardTitle, cardTitle, reference: `${prefix}-${number}`, text };
  };
}
