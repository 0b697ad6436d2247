import type { Column } from "#domain/boards/model.ts";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";

/** The column of another board that is called as a card's own, whatever the case; its first one where none is. */
export function likeColumn(
  columns: readonly Column[],
  name: string | undefined,
): Column | undefined {
  const wanted = name?.trim().toLowerCase();
  return columns.find((column) => column.name.trim().toLowerCase() === wanted) ?? columns[0];
}

/** Where a card goes on the other board: between two cards of a column, or at its end. */
export interface Spot {
  column: string;
  after: string | null;
  before: string | null;
}

/** Where each card goes on the other board, in the order in which they are: where it was chosen, else as on its own board. */
export function spotsOf(
  way: {
    cards: readonly { card: string; copy: string }[];
    column?: string | undefined;
    top?: boolean | undefined;
  },
  source: LiveBoard,
  target: LiveBoard,
): (Spot | null)[] {
  const columns = target.columns();
  const chosen = columns.find(({ id }) => id === way.column);
  let after: string | null = null;
  return way.cards.map(({ card, copy }) => {
    const own = source.columns().find(({ id }) => id === source.card(card)?.columnId);
    const column = chosen ?? likeColumn(columns, own?.name);
    if (!column) return null;
    if (!way.top) return { column: column.id, after: null, before: null };
    const place = { column: column.id, after, before: target.cardIds(column.id)[0] ?? null };
    after = copy;
    return place;
  });
}
