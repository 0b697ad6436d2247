import { versionOf } from "./changes.ts";
import { firstColumn, isLive } from "./positions.ts";
import type { BoardReader } from "./reader.ts";
import type { Sender } from "./verdict.ts";

/** The most cards that a column takes; null when its limit is only told, or there is none. */
function blockAt(read: BoardReader, columnId: string): number | null {
  const column = read.column(columnId);
  return column?.wipBlock ? column.wipLimit : null;
}

/** Whether a column's limit keeps further cards out. */
export function isFull(read: BoardReader, columnId: string): boolean {
  const limit = blockAt(read, columnId);
  return limit !== null && read.cardLane(columnId, "").all().length >= limit;
}

/** Whether the sender saw the column full: as many of its cards were there before what it knows of. */
function sawFull(read: BoardReader, columnId: string, sender: Sender): boolean {
  if (!read.history) return true;
  const known = read
    .cardLane(columnId, "")
    .all()
    .filter(({ id }) => {
      const card = read.card(id);
      const registers = ["position", "archived", "deleted"];
      return card && registers.every((name) => versionOf(card, name) <= sender.base);
    });
  return known.length >= (blockAt(read, columnId) ?? 0);
}

/**
 * The column where a new card goes: the one that was meant, or the first one when that is gone. What others have filled
 * meanwhile sends it to the first column with room, so that what was typed is never lost. Null when the sender could know
 * that there is no room; undefined when there is no column at all.
 */
export function roomFor(
  read: BoardReader,
  columnId: string,
  sender: Sender,
): string | null | undefined {
  if (!isLive(read, columnId)) return firstColumn(read);
  if (!isFull(read, columnId)) return columnId;
  if (sawFull(read, columnId, sender)) return null;
  const columns = read.columnLane("").all();
  return columns.find(({ id }) => !isFull(read, id))?.id ?? firstColumn(read);
}
