import type { Comment } from "#domain/boards/comment.ts";
import type { Card, Column } from "#domain/boards/model.ts";
import { metaOf } from "./core.ts";
import type { Storage } from "./storage.ts";

const bodies = <T>(storage: Storage, sql: string, ...params: string[]) =>
  storage.all<{ body: string }>(sql, ...params).map((row) => JSON.parse(row.body) as T);

/** Live columns and cards, as they now are. */
export function liveBoard(storage: Storage) {
  const live = <T>(table: string) =>
    bodies<T>(storage, `SELECT body FROM ${table} WHERE deleted = 0 ORDER BY rank, id`);
  const { version } = metaOf(storage);
  return { version, columns: live<Column>("columns"), cards: live<Card>("cards") };
}

/** Live comments of a card, oldest first. */
export function commentsOf(storage: Storage, card: string) {
  const sql = "SELECT body FROM comments WHERE card = ? AND deleted = 0 ORDER BY id";
  const comments = bodies<Comment>(storage, sql, card).toSorted((a, b) =>
    a.createdAt < b.createdAt ? -1 : Number(a.createdAt > b.createdAt),
  );
  return { version: metaOf(storage).version, comments };
}
