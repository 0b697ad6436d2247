import type { BoardTag } from "#domain/boards/model.ts";
import { wholeCard, wholeColumn } from "#domain/boards/whole.ts";
import type { LoggedOp, ServerMessage } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import type { Meta, Storage } from "./storage.ts";

/** Bytes of JSON after which a frame is closed and the next one begun. */
const FRAME_BYTES = 192 * 1024;

/** Deltas longer than this, and longer than the board, go as a snapshot: it is the smaller of the two. */
const LONG_DELTA = 2000;

interface OpRow {
  version: number;
  client: string;
  seq: number;
  user: string;
  at: string;
  kind: Op["kind"];
  changes: string;
}

/** The ops of (since, to], in order. */
export function readOps(storage: Storage, since: number, to: number): LoggedOp[] {
  return storage
    .all<OpRow>(
      "SELECT version, client, seq, user, at, kind, changes FROM ops WHERE version > ? AND version <= ? ORDER BY version",
      since,
      to,
    )
    .map((row) => ({
      version: row.version,
      client: row.client,
      seq: row.seq,
      userId: row.user,
      at: row.at,
      opKind: row.kind,
      changes: JSON.parse(row.changes) as LoggedOp["changes"],
    }));
}

/** Cuts a list into parts of about one frame each, by the size of their JSON. */
function framed<T>(items: readonly T[], most: number): T[][] {
  const parts: T[][] = [];
  let part: T[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = JSON.stringify(item).length;
    if (bytes + size > most && part.length > 0) {
      parts.push(part);
      part = [];
      bytes = 0;
    }
    part.push(item);
    bytes += size;
  }
  return part.length > 0 ? [...parts, part] : parts;
}

/** `ops` frames for a run of ops without holes, each of at most so many bytes, or of one op. */
export function opsFrames(ops: readonly LoggedOp[], most = FRAME_BYTES): ServerMessage[] {
  return framed(ops, most).flatMap((part): ServerMessage[] => {
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) return [];
    return [{ kind: "ops", from: first.version, to: last.version, ops: part }];
  });
}

/** The whole board: every column and tag, every card that is neither deleted nor archived, in frames of at most so many bytes. */
export function snapshotFrames(
  storage: Storage,
  version: number,
  most = FRAME_BYTES,
): ServerMessage[] {
  const bodies = (sql: string) =>
    storage.all<{ body: string }>(sql).map((row) => JSON.parse(row.body) as object);
  const columns = bodies("SELECT body FROM columns ORDER BY rank, id").map(wholeColumn);
  const tags = bodies("SELECT body FROM tags ORDER BY id") as BoardTag[];
  const parts = framed(
    bodies("SELECT body FROM cards WHERE deleted = 0 ORDER BY col, rank, id").map(wholeCard),
    most,
  );
  const chunks = parts.length > 0 ? parts : [[]];
  return chunks.map((cards, i) => ({
    kind: "chunk",
    version,
    part: i,
    columns: i === 0 ? columns : [],
    tags: i === 0 ? tags : [],
    cards,
    last: i === chunks.length - 1,
  }));
}

/** Whether what a client holds can be brought forward by ops alone. */
export function canFollow(
  storage: Storage,
  meta: Meta,
  held: { epoch: string | null; since: number | null },
): held is { epoch: string; since: number } {
  const { epoch, since } = held;
  if (since === null || epoch !== meta.epoch) return false;
  if (since < meta.minLog || since > meta.version) return false;
  const length = meta.version - since;
  if (length <= LONG_DELTA) return true;
  const live = storage.all<{ n: number }>("SELECT count(*) AS n FROM cards WHERE deleted = 0")[0];
  return length <= (live?.n ?? 0);
}
