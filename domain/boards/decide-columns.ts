import { generateNKeysBetween } from "fractional-indexing";
import { type Change, versionOf } from "./changes.ts";
import type { Column } from "./model.ts";
import type { OpOf } from "./ops.ts";
import { freeRank, isLive, position, reranked } from "./positions.ts";
import type { BoardReader } from "./reader.ts";
import { accept, concurrent, holds, reject, type Sender, type Verdict } from "./verdict.ts";

const MOST_COLUMNS = 60;

/** Adds a column. */
export function createColumn(read: BoardReader, op: OpOf<"column.create">): Verdict {
  if (read.column(op.column)) return { outcome: "noop" };
  const lane = read.columnLane(op.column);
  if (lane.all().length >= MOST_COLUMNS) return reject("too_many");
  const spot = position(lane, op, null);
  if (!spot) return { outcome: "noop" };
  const { name, category = "todo", wipLimit = null } = op.fields;
  const set = { name, category, wipLimit, rank: spot.rank, deleted: false };
  return accept(
    read,
    [{ entity: "column", id: op.column, set }, ...reranked("column", spot.others)],
    spot.exact,
  );
}

/** Changes a column's name, meaning or limit, each a register of its own. */
export function updateColumn(
  read: BoardReader,
  op: OpOf<"column.update">,
  sender: Sender,
): Verdict {
  const column = read.column(op.column);
  if (!column || column.deleted) return reject("column_gone");
  const entries = Object.entries(op.set).filter(([register, value]) => {
    const expected = op.only?.[register];
    if (expected !== undefined && expected !== versionOf(column, register)) return false;
    return value !== undefined && value !== column[register as keyof Column];
  });
  const overwrote = entries
    .filter(([register]) => concurrent(read, column, register, sender))
    .map(([register]) => ({
      id: column.id,
      register,
      value: column[register as keyof Column],
      version: versionOf(column, register),
    }));
  if (entries.length === 0) return { outcome: "noop" };
  const set = Object.fromEntries(entries);
  return accept(read, [{ entity: "column", id: column.id, set }], true, overwrote);
}

/** Moves a column between two others. */
export function moveColumn(read: BoardReader, op: OpOf<"column.move">): Verdict {
  const column = read.column(op.column);
  if (!column || column.deleted) return reject("column_gone");
  if (!holds(column, op.only)) return { outcome: "noop" };
  const spot = position(read.columnLane(column.id), op, column.rank);
  if (!spot) return { outcome: "noop" };
  return accept(
    read,
    [
      { entity: "column", id: column.id, set: { rank: spot.rank } },
      ...reranked("column", spot.others),
    ],
    spot.exact,
  );
}

/** Deletes a column; its cards go to the end of another one in the same step. The last column stays. */
export function deleteColumn(read: BoardReader, op: OpOf<"column.delete">): Verdict {
  const column = read.column(op.column);
  if (!column) return reject("column_gone");
  if (column.deleted || !holds(column, op.only)) return { outcome: "noop" };
  // It is in the archive with its cards, where nobody looks for a place to move them to.
  if (column.archived) return reject("column_gone");
  if (!read.columnLane(column.id).next(null)) return reject("column_last");
  const gone: Change = { entity: "column", id: column.id, set: { deleted: true } };
  const cards = read.cardLane(column.id, "").all();
  if (cards.length === 0) return accept(read, [gone]);
  if (op.moveTo === null || op.moveTo === column.id) return reject("column_not_empty");
  if (!isLive(read, op.moveTo)) return reject("column_gone");
  const columnId = op.moveTo;
  const last = read.cardLane(columnId, "").previous(null)?.rank ?? null;
  const ranks = generateNKeysBetween(last, null, cards.length);
  const moves = cards.map((card, i): Change => {
    return { entity: "card", id: card.id, set: { columnId, rank: ranks[i] ?? card.rank } };
  });
  return accept(read, [...moves, gone]);
}

/** Brings a column back, empty, to its place. */
export function restoreColumn(read: BoardReader, op: OpOf<"column.restore">): Verdict {
  const column = read.column(op.column);
  if (!column) return reject("column_gone");
  if (!column.deleted || !holds(column, op.only)) return { outcome: "noop" };
  const rank = freeRank(read.columnLane(column.id), column.rank);
  const moved = rank === column.rank ? {} : { rank };
  return accept(read, [{ entity: "column", id: column.id, set: { deleted: false, ...moved } }]);
}
