import { bySaid, type Comment } from "#domain/boards/comment.ts";
import { readBodies } from "./bodies.ts";
import { metaOf } from "./core.ts";
import type { Storage } from "./storage.ts";

/** Live comments of a card, oldest first. */
export function commentsOf(storage: Storage, card: string) {
  const from = "comments WHERE card = ? AND deleted = 0";
  const comments = readBodies<Comment>(storage, from, card).toSorted(bySaid);
  return { version: metaOf(storage).version, comments };
}
