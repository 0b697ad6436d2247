import { wholeCard, wholeColumn } from "#domain/boards/whole.ts";
import type { BoardSnapshot } from "#worker/features/boards/board-rpc.ts";
import { readBodies } from "./bodies.ts";
import { metaOf } from "./core.ts";
import type { Storage } from "./storage.ts";

/** What is on the board now: archived columns are not, nor is what stands in them. */
export function boardSnapshot(storage: Storage): BoardSnapshot {
  const bodies = (table: string) =>
    readBodies<object>(storage, `${table} WHERE deleted = 0 ORDER BY rank, id`);
  const columns = bodies("columns").map(wholeColumn);
  const shown = new Set(columns.map(({ id }) => id));
  const cards = bodies("cards").map(wholeCard);
  const { version } = metaOf(storage);
  return { version, columns, cards: cards.filter(({ columnId }) => shown.has(columnId)) };
}
