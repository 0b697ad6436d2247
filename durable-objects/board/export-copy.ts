import type { Comment } from "#domain/boards/comment.ts";
import type { BoardTag } from "#domain/boards/model.ts";
import { wholeCard, wholeColumn } from "#domain/boards/whole.ts";
import type { BoardPage, PagePlace } from "#worker/features/boards/board-rpc.ts";
import { readBodies } from "./bodies.ts";
import { readMeta, type Storage } from "./storage.ts";

const LINES = [
  `SELECT json_object('kind', 'board', 'board', board, 'version', version, 'minLog', minLog, 'projected', d1Version,
     'nextNumber', nextNumber, 'archived', json(CASE archived WHEN 0 THEN 'false' ELSE 'true' END)) FROM meta`,
  `SELECT json_object('kind', 'column', 'changed', changed, 'column', json(body)) FROM columns ORDER BY id`,
  `SELECT json_object('kind', 'card', 'changed', changed, 'card', json(body)) FROM cards ORDER BY id`,
  `SELECT json_object('kind', 'comment', 'changed', changed, 'comment', json(body)) FROM comments ORDER BY id`,
  `SELECT json_object('kind', 'tag', 'changed', changed, 'tag', json(body)) FROM tags ORDER BY id`,
  `SELECT json_object('kind', 'op', 'version', version, 'client', client, 'seq', seq, 'user', user, 'at', at,
     'op', kind, 'changes', json(changes), 'inverse', json(inverse), 'origin', json(origin))
   FROM ops ORDER BY version`,
];

/**
 * Copies the whole board as lines in one transaction, so that pages read later show one sequence number while ops go on.
 * Replaces an older copy. Null when the board was never founded. Devices' own state is none of the board's and stays out.
 */
export function copyBoard(storage: Storage): { version: number; rows: number } | null {
  const meta = readMeta(storage);
  if (!meta) return null;
  return storage.atomically(() => {
    dropCopy(storage);
    storage.run("CREATE TABLE export_copy (n INTEGER PRIMARY KEY, line TEXT NOT NULL)");
    for (const select of LINES) storage.run(`INSERT INTO export_copy (line) ${select}`);
    const [count] = storage.all<{ rows: number }>("SELECT count(*) AS rows FROM export_copy");
    return { version: meta.version, rows: count?.rows ?? 0 };
  });
}

/** Lines of the copy after a number, about so many bytes and at least one, each with a line feed. Throws when it is gone. */
export function readCopy(storage: Storage, after: number, bytes: number) {
  const lines = storage.all<{ n: number; line: string }>(
    `SELECT n, line FROM (SELECT n, line, sum(length(CAST(line AS BLOB))) OVER (ORDER BY n) AS total
       FROM (SELECT n, line FROM export_copy WHERE n > ?1 ORDER BY n LIMIT 5000))
     WHERE total <= ?2 OR n = ?1 + 1 ORDER BY n`,
    after,
    bytes,
  );
  const text = lines.map(({ line }) => `${line}\n`).join("");
  return { text, rows: lines.length, last: lines.at(-1)?.n ?? after };
}

export function dropCopy(storage: Storage): void {
  storage.run("DROP TABLE IF EXISTS export_copy");
}

/** About so many bytes of records in one page, well below what a call between objects carries. */
const PAGE_BYTES = 8_000_000;

/**
 * A page of the board's records, archived and deleted ones too: columns and tags with the first one, then cards and
 * comments by id. `version` tells whether two pages are of one board.
 */
export function boardPage(
  storage: Storage,
  after: PagePlace | null,
  bytes: number = PAGE_BYTES,
): BoardPage {
  const { table, id } = after ?? { table: "cards", id: "" };
  // The next one always comes, however long it is.
  const rows = storage.all<{ id: string; body: string }>(
    `SELECT id, body FROM (SELECT id, body, sum(length(CAST(body AS BLOB))) OVER (ORDER BY id) AS total,
         row_number() OVER (ORDER BY id) AS place
       FROM (SELECT id, body FROM ${table} WHERE id > ?1 ORDER BY id LIMIT 5000))
     WHERE total <= ?2 OR place = 1 ORDER BY id`,
    id,
    bytes,
  );
  const last = rows.at(-1)?.id;
  const next: PagePlace | null = last
    ? { table, id: last }
    : table === "cards"
      ? { table: "comments", id: "" }
      : null;
  const records = rows.map(({ body }) => JSON.parse(body) as object);
  return {
    version: readMeta(storage)?.version ?? 0,
    columns: after ? [] : readBodies<object>(storage, "columns ORDER BY id").map(wholeColumn),
    tags: after ? [] : readBodies<BoardTag>(storage, "tags ORDER BY id"),
    cards: table === "cards" ? records.map(wholeCard) : [],
    comments: table === "comments" ? (records as Comment[]) : [],
    next,
  };
}
