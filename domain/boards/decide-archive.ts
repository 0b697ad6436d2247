import { backOnBoard } from "./decide-cards.ts";
import type { OpOf } from "./ops.ts";
import { outsideKey } from "./parts.ts";
import { freeRank } from "./positions.ts";
import type { BoardReader } from "./reader.ts";
import { accept, holds, reject, type Verdict } from "./verdict.ts";

/** Takes a card off the board. It goes on being what it is, and comes back to its place. */
export function archiveCard(read: BoardReader, op: OpOf<"card.archive">): Verdict {
  const card = read.card(op.card);
  if (!card) return reject("card_gone");
  if (card.deleted) return reject("card_deleted");
  if (card.archived || !holds(card, op.only)) return { outcome: "noop" };
  const moved = op.to ? { movedTo: outsideKey(op.to.board, op.to.card) } : {};
  return accept(read, [{ entity: "card", id: card.id, set: { archived: true, ...moved } }]);
}

/** Brings a card back from the archive, to the first column when its own is gone or archived. */
export function unarchiveCard(read: BoardReader, op: OpOf<"card.unarchive">): Verdict {
  const card = read.card(op.card);
  if (!card) return reject("card_gone");
  if (card.deleted) return reject("card_deleted");
  if (!card.archived || !holds(card, op.only)) return { outcome: "noop" };
  return backOnBoard(read, card, { archived: false, ...(card.movedTo ? { movedTo: null } : {}) });
}

/** Takes a column off the board; its cards stay in it and go with it. The last column stays. */
export function archiveColumn(read: BoardReader, op: OpOf<"column.archive">): Verdict {
  const column = read.column(op.column);
  if (!column || column.deleted) return reject("column_gone");
  if (column.archived || !holds(column, op.only)) return { outcome: "noop" };
  if (!read.columnLane(column.id).next(null)) return reject("column_last");
  return accept(read, [{ entity: "column", id: column.id, set: { archived: true } }]);
}

/** Brings a column back to its place, with the cards that are in it. */
export function unarchiveColumn(read: BoardReader, op: OpOf<"column.unarchive">): Verdict {
  const column = read.column(op.column);
  if (!column || column.deleted) return reject("column_gone");
  if (!column.archived || !holds(column, op.only)) return { outcome: "noop" };
  const rank = freeRank(read.columnLane(column.id), column.rank);
  const moved = rank === column.rank ? {} : { rank };
  return accept(read, [{ entity: "column", id: column.id, set: { archived: false, ...moved } }]);
}
