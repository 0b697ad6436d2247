import {
  type Change,
  changedCard,
  changedColumn,
  changedComment,
  type Stamp,
} from "#domain/boards/changes.ts";
import type { Comment } from "#domain/boards/comment.ts";
import type { Card, Column } from "#domain/boards/model.ts";
import type { Storage } from "./storage.ts";

/** A stored record: `body` is the whole of it as JSON, the other fields are for the indexes. */
interface Row {
  body: string;
}

/** A card, deleted or not. */
export function readCard(storage: Storage, id: string): Card | undefined {
  const row = storage.all<Row>("SELECT body FROM cards WHERE id = ?", id)[0];
  return row && (JSON.parse(row.body) as Card);
}

/** A column, deleted or not. */
export function readColumn(storage: Storage, id: string): Column | undefined {
  const row = storage.all<Row>("SELECT body FROM columns WHERE id = ?", id)[0];
  return row && (JSON.parse(row.body) as Column);
}

/** A comment, deleted or not. */
export function readComment(storage: Storage, id: string): Comment | undefined {
  const row = storage.all<Row>("SELECT body FROM comments WHERE id = ?", id)[0];
  return row && (JSON.parse(row.body) as Comment);
}

/** Stores a comment as it is at a version. */
export function writeComment(storage: Storage, comment: Comment, version: number): void {
  storage.run(
    "INSERT OR REPLACE INTO comments (id, card, deleted, body, changed) VALUES (?, ?, ?, ?, ?)",
    comment.id,
    comment.cardId,
    Number(comment.deleted),
    JSON.stringify(comment),
    version,
  );
}

/** Writes changes to the records. The caller raises the version and logs the op in the same transaction. */
export function writeChanges(storage: Storage, changes: readonly Change[], stamp: Stamp): void {
  for (const change of changes) {
    if (change.entity === "card") {
      const card = changedCard(readCard(storage, change.id), change, stamp);
      storage.run(
        "INSERT OR REPLACE INTO cards (id, col, rank, deleted, body, changed) VALUES (?, ?, ?, ?, ?, ?)",
        card.id,
        card.columnId,
        card.rank,
        Number(card.deleted),
        JSON.stringify(card),
        stamp.version,
      );
      if (card.number !== null && card.born === stamp.version) {
        storage.run("UPDATE meta SET nextNumber = max(nextNumber, ?)", card.number + 1);
      }
    } else if (change.entity === "comment") {
      const comment = changedComment(readComment(storage, change.id), change, stamp);
      if (comment) writeComment(storage, comment, stamp.version);
    } else {
      const column = changedColumn(readColumn(storage, change.id), change, stamp);
      storage.run(
        "INSERT OR REPLACE INTO columns (id, rank, deleted, body, changed) VALUES (?, ?, ?, ?, ?)",
        column.id,
        column.rank,
        Number(column.deleted),
        JSON.stringify(column),
        stamp.version,
      );
    }
  }
}
