import type { Comment } from "#domain/boards/comment.ts";
import type { BoardTag, Card, Column } from "#domain/boards/model.ts";
import { isKeptAlone } from "#domain/boards/parts.ts";
import { wholeCard, wholeColumn } from "#domain/boards/whole.ts";
import { readBodies } from "./bodies.ts";
import { metaOf } from "./core.ts";
import { writeCard, writeColumn, writeComment, writeTag } from "./records.ts";
import type { Storage } from "./storage.ts";

/** A board's records as they were, deleted ones too. */
export interface Backup {
  columns: Column[];
  cards: Card[];
  comments: Comment[];
  tags: BoardTag[];
}

/** What a backup keeps of a board. */
export function backupOf(storage: Storage): Backup {
  return {
    columns: readBodies<Column>(storage, "columns ORDER BY id").map(wholeColumn),
    cards: readBodies<Card>(storage, "cards ORDER BY id").map(wholeCard),
    comments: readBodies(storage, "comments ORDER BY id"),
    tags: readBodies(storage, "tags ORDER BY id"),
  };
}

/** The records of now after the restore: as in the backup; what it does not know is deleted, and can be brought back. */
function restored<T extends Card | Column | Comment>(now: T[], kept: T[], version: number): T[] {
  const known = new Set(kept.map(({ id }) => id));
  const gone = now
    .filter(({ id }) => !known.has(id))
    .map((one) => ({ ...one, deleted: true, versions: { ...one.versions, deleted: version } }));
  return [...kept, ...gone];
}

/**
 * Puts a backup in the board's place under a new epoch: every page takes a snapshot and sends what waits under a fresh
 * name. Versions go on where they were, so that D1's rows, undo's guards and the bases of waiting ops never see one
 * version stand for two things. Open sockets are the caller's to close.
 */
export function restoreBackup(storage: Storage, backup: Backup, epoch: string, at: string): void {
  storage.atomically(() => {
    const now = backupOf(storage);
    const version = metaOf(storage).version + 1;
    const cards = new Set(backup.cards.map(({ id }) => id));
    const wasDeleted = new Set(now.comments.filter((one) => one.deleted).map(({ id }) => id));
    for (const card of restored(now.cards, backup.cards, version)) {
      const links = Object.fromEntries(
        // What came since the backup is linked with nothing of this board that the backup has.
        Object.entries(card.links).filter(
          ([key]) => isKeptAlone(key) || cards.has(key) === cards.has(card.id),
        ),
      );
      writeCard(storage, { ...card, links, updatedAt: at }, version);
    }
    for (const column of restored(now.columns, backup.columns, version)) {
      writeColumn(storage, column, version);
    }
    const known = new Set(backup.tags.map(({ id }) => id));
    const plain = now.tags
      .filter(({ id }) => !known.has(id))
      .map((tag) => ({ ...tag, color: null }));
    for (const tag of [...backup.tags, ...plain]) writeTag(storage, tag, version);
    for (const comment of restored(now.comments, backup.comments, version)) {
      // A card that came since the backup keeps what was said on it: it comes back with it.
      const deleted = comment.deleted && (cards.has(comment.cardId) || wasDeleted.has(comment.id));
      writeComment(storage, { ...comment, deleted }, version);
    }
    storage.run("UPDATE meta SET epoch = ?, version = ?, minLog = ?", epoch, version, version);
  });
}
