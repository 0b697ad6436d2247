import type { Comment } from "#domain/boards/comment.ts";
import type { Card, Column } from "#domain/boards/model.ts";
import { metaOf } from "./core.ts";
import { writeComment } from "./records.ts";
import type { Storage } from "./storage.ts";

/** A board's records as they were, deleted ones too. */
export interface Backup {
  columns: Column[];
  cards: Card[];
  comments: Comment[];
}

const bodies = <T>(storage: Storage, table: "cards" | "columns" | "comments") =>
  storage
    .all<{ body: string }>(`SELECT body FROM ${table} ORDER BY id`)
    .map((row) => JSON.parse(row.body) as T);

/** What a backup keeps of a board. */
export function backupOf(storage: Storage): Backup {
  const [columns, cards] = [bodies<Column>(storage, "columns"), bodies<Card>(storage, "cards")];
  return { columns, cards, comments: bodies(storage, "comments") };
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
    for (const card of restored(now.cards, backup.cards, version)) {
      storage.run(
        "INSERT OR REPLACE INTO cards (id, col, rank, deleted, body, changed) VALUES (?, ?, ?, ?, ?, ?)",
        card.id,
        card.columnId,
        card.rank,
        Number(card.deleted),
        JSON.stringify({ ...card, updatedAt: at }),
        version,
      );
    }
    for (const column of restored(now.columns, backup.columns, version)) {
      storage.run(
        "INSERT OR REPLACE INTO columns (id, rank, deleted, body, changed) VALUES (?, ?, ?, ?, ?)",
        column.id,
        column.rank,
        Number(column.deleted),
        JSON.stringify(column),
        version,
      );
    }
    for (const comment of restored(now.comments, backup.comments, version)) {
      writeComment(storage, comment, version);
    }
    storage.run("UPDATE meta SET epoch = ?, version = ?, minLog = ?", epoch, version, version);
  });
}
