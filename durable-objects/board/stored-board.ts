import type { BoardReader, Lane, Ranked } from "#domain/boards/reader.ts";
import { historyOf } from "./history.ts";
import { readCard, readColumn, readComment, readTag } from "./records.ts";
import { readMeta, type Storage } from "./storage.ts";

function lane(storage: Storage, table: string, where: string, params: string[]): Lane {
  const select = `SELECT id, rank FROM ${table} WHERE deleted = 0 AND ${where}`;
  const query = (more: string, ...values: string[]) =>
    storage.all<Ranked>(`${select} ${more}`, ...params, ...values);
  return {
    find: (id) => query("AND id = ?", id)[0],
    next: (rank) => query("AND rank > ? ORDER BY rank, id LIMIT 1", rank ?? "")[0],
    // "~" sorts after every digit of a rank.
    previous: (rank) => query("AND rank < ? ORDER BY rank DESC, id DESC LIMIT 1", rank ?? "~")[0],
    all: () => query("ORDER BY rank, id"),
  };
}

/** The board in SQLite as the reducer reads it. */
export function storedBoard(storage: Storage): BoardReader {
  return {
    card: (id) => readCard(storage, id),
    column: (id) => readColumn(storage, id),
    comment: (id) => readComment(storage, id),
    tag: (id) => readTag(storage, id),
    tagged: (tag) =>
      storage
        .all<{ id: string }>(
          "SELECT cards.id FROM cards, json_each(body, '$.tags') AS held WHERE held.value = ? ORDER BY cards.id",
          tag,
        )
        .map(({ id }) => id),
    cardLane: (columnId, except) =>
      lane(storage, "cards", "col = ? AND id <> ?", [columnId, except]),
    columnLane: (except) => lane(storage, "columns", "id <> ?", [except]),
    nextNumber: () => readMeta(storage)?.nextNumber ?? null,
    history: historyOf(storage),
  };
}
