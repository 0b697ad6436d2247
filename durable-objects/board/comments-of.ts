import { bySaid, type Comment } from "#domain/boards/comment.ts";
import { metaOf } from "./core.ts";
import type { Storage } from "./storage.ts";

/** Live comments of a card, oldest first. */
export function commentsOf(storage: Storage, card: string) {
  const sql = "SELECT body FROM comments WHERE card = ? AND deleted = 0";
  const comments = storage
    .all<{ body: string }>(sql, card)
    .map(({ body }) => JSON.parse(body) as Comment)
    .toSorted(bySaid);
  return { version: metaOf(storage).version, comments };
}
