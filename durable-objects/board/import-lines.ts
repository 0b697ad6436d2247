import type { BoardLine } from "#domain/exports/board-lines.ts";
import type { BoardHead } from "#worker/features/boards/board-rpc.ts";
import { wholeCard, wholeColumn } from "#domain/boards/whole.ts";
import { writeCard, writeColumn, writeComment, writeTag } from "./records.ts";
import { readMeta, type Storage } from "./storage.ts";

/**
 * Takes records and log of an archive into an object that holds no board yet. The same lines may come again. Until
 * `openImported` the board was not founded, and nobody gets in.
 */
export function importLines(storage: Storage, lines: readonly BoardLine[]): void {
  if (readMeta(storage)) throw new Error("There is a board already");
  storage.atomically(() => {
    for (const line of lines) importLine(storage, line);
  });
}

function importLine(storage: Storage, line: BoardLine): void {
  if (line.kind === "column") {
    writeColumn(storage, wholeColumn(line.column), line.changed);
  } else if (line.kind === "card") {
    writeCard(storage, wholeCard(line.card), line.changed);
  } else if (line.kind === "tag") {
    writeTag(storage, line.tag, line.changed);
  } else if (line.kind === "comment") {
    writeComment(storage, line.comment, line.changed);
  } else if (line.kind === "op") {
    const sql = `INSERT OR REPLACE INTO ops (version, client, seq, user, at, kind, changes, inverse, origin)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
    const { version, client, seq, user, at, op } = line;
    const [changes, inverse] = [JSON.stringify(line.changes), JSON.stringify(line.inverse)];
    const origin = line.origin && JSON.stringify(line.origin);
    storage.run(sql, version, client, seq, user, at, op, changes, inverse, origin);
  }
}

/**
 * Founds the board that was taken in, under an epoch of its own: devices that knew the board where it came from take it
 * as another one. `projected`: up to where D1 has it; what is later is brought there as ever.
 */
export function openImported(
  storage: Storage,
  owner: { organization: string; binding: string; epoch: string },
  { board, version, minLog, nextNumber, archived }: BoardHead,
  projected: number,
): void {
  if (readMeta(storage)) return;
  storage.run(
    `INSERT INTO meta (id, organization, binding, board, epoch, version, minLog, d1Version, nextNumber, archived)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    owner.organization,
    owner.binding,
    board,
    owner.epoch,
    version,
    minLog,
    projected,
    nextNumber,
    Number(archived),
  );
}
