import {
  type Change,
  changedCard,
  changedColumn,
  changedComment,
  changedTag,
  type Stamp,
} from "#domain/boards/changes.ts";
import type { Comment } from "#domain/boards/comment.ts";
import type { BoardTag, Card, Column } from "#domain/boards/model.ts";
import { isThere, wholeCard, wholeColumn } from "#domain/boards/whole.ts";
import { noteRepeat } from "./note-repeat.ts";
import type { Storage } from "./storage.ts";

/** A stored record: `body` is the whole of it as JSON, the other fields are for the indexes. */
interface Row {
  body: string;
}

/** A card, deleted or not. */
export function readCard(storage: Storage, id: string): Card | undefined {
  const row = storage.all<Row>("SELECT body FROM cards WHERE id = ?", id)[0];
  return row && wholeCard(JSON.parse(row.body) as object);
}

/** A column, deleted or not. */
export function readColumn(storage: Storage, id: string): Column | undefined {
  const row = storage.all<Row>("SELECT body FROM columns WHERE id = ?", id)[0];
  return row && wholeColumn(JSON.parse(row.body) as object);
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

/** A tag that was given a colour. */
export function readTag(storage: Storage, id: string): BoardTag | undefined {
  const row = storage.all<Row>("SELECT body FROM tags WHERE id = ?", id)[0];
  return row && (JSON.parse(row.body) as BoardTag);
}

/** Stores a card as it is at a version. What is off the board, deleted or archived, is in no lane. */
export function writeCard(storage: Storage, card: Card, version: number): void {
  storage.run(
    "INSERT OR REPLACE INTO cards (id, col, rank, deleted, body, changed) VALUES (?, ?, ?, ?, ?, ?)",
    card.id,
    card.columnId,
    card.rank,
    Number(!isThere(card)),
    JSON.stringify(card),
    version,
  );
  noteRepeat(storage, card);
}

/** Stores a column as it is at a version, as `writeCard`. */
export function writeColumn(storage: Storage, column: Column, version: number): void {
  storage.run(
    "INSERT OR REPLACE INTO columns (id, rank, deleted, body, changed) VALUES (?, ?, ?, ?, ?)",
    column.id,
    column.rank,
    Number(!isThere(column)),
    JSON.stringify(column),
    version,
  );
}

/** Stores the colour of a tag as it is at a version. */
export function writeTag(storage: Storage, tag: BoardTag, version: number): void {
  const sql = "INSERT OR REPLACE INTO tags (id, body, changed) VALUES (?, ?, ?)";
  storage.run(sql, tag.id, JSON.stringify(tag), version);
}

/** Writes changes to the records. The caller raises the version and logs the op in the same transaction. */
export function writeChanges(storage: Storage, changes: readonly Change[], stamp: Stamp): void {
  const { version } = stamp;
  for (const change of changes) {
    if (change.entity === "card") {
      const card = changedCard(readCard(storage, change.id), change, stamp);
      if (!card) throw new Error(`A change of ${change.id}, which is no card of this board`);
      writeCard(storage, card, version);
      if (card.number !== null && card.born === version) {
        storage.run("UPDATE meta SET nextNumber = max(nextNumber, ?)", card.number + 1);
      }
    } else if (change.entity === "comment") {
      const comment = changedComment(readComment(storage, change.id), change, stamp);
      if (comment) writeComment(storage, comment, version);
    } else if (change.entity === "tag") {
      writeTag(storage, changedTag(readTag(storage, change.id), change, stamp), version);
    } else {
      writeColumn(storage, changedColumn(readColumn(storage, change.id), change, stamp), version);
    }
  }
}
