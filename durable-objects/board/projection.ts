import type { Origin } from "#domain/audit/model.ts";
import { type Change, type Inverse, registersOf } from "#domain/boards/changes.ts";
import type { Comment } from "#domain/boards/comment.ts";
import type { BoardTag, Card, Column } from "#domain/boards/model.ts";
import { wholeCard, wholeColumn } from "#domain/boards/whole.ts";
import type { BoardNotice } from "#worker/features/boards/project-comments.ts";
import { noticesOf } from "./notices.ts";
import { readMeta, type Storage } from "./storage.ts";

/** The most ops that one projection carries; a longer backlog takes several. */
const OPS_A_BATCH = 1000;

/** The newest ops that stay in the log for deltas and merges, whatever was projected. */
export const KEPT_OPS = 20_000;

/** An applied op as the audit log tells it. */
export interface ProjectedOp {
  version: number;
  client: string;
  seq: number;
  userId: string;
  /** Null for ops of before this was noted. */
  origin: Origin | null;
  at: string;
  kind: string;
  entity: Change["entity"];
  entityId: string;
  changes: { field: string; before: unknown; after: unknown }[];
  /** Who is told of it. */
  notices: BoardNotice[];
}

/** What D1 lacks: records as they now are, each with the version that last changed it, and the ops between. */
export interface Backlog {
  board: string;
  /** D1 has everything up to here once this is written. */
  upTo: number;
  columns: (Column & { changed: number })[];
  cards: (Card & { changed: number })[];
  comments: (Comment & { changed: number })[];
  tags: (BoardTag & { changed: number })[];
  ops: ProjectedOp[];
}

interface OpRow {
  version: number;
  client: string;
  seq: number;
  user: string;
  at: string;
  kind: string;
  changes: string;
  inverse: string;
  origin: string | null;
}

/** What is past the watermark; null when D1 has all. */
export function readBacklog(storage: Storage, limit = OPS_A_BATCH): Backlog | null {
  const meta = readMeta(storage);
  if (!meta || meta.d1Version >= meta.version) return null;
  const upTo = Math.min(meta.version, meta.d1Version + limit);
  const records = <T>(table: string, whole: (stored: object) => T) =>
    storage
      .all<{ body: string; changed: number }>(
        `SELECT body, changed FROM ${table} WHERE changed > ? AND changed <= ?`,
        meta.d1Version,
        upTo,
      )
      .map((row) => ({ ...whole(JSON.parse(row.body) as object), changed: row.changed }));
  const ops = storage
    .all<OpRow>(
      "SELECT * FROM ops WHERE version > ? AND version <= ? ORDER BY version",
      meta.d1Version,
      upTo,
    )
    .map(projectedOp);
  return {
    board: meta.board,
    upTo,
    columns: records("columns", wholeColumn),
    cards: records("cards", wholeCard),
    comments: records("comments", (stored) => stored as Comment),
    tags: records("tags", (stored) => stored as BoardTag),
    ops,
  };
}

/** The subject of an op is what its last change is about: a deleted column comes after its moved cards. */
function projectedOp(row: OpRow): ProjectedOp {
  const changes = JSON.parse(row.changes) as Change[];
  const inverse = JSON.parse(row.inverse) as Inverse[];
  const moved = changes.filter((change) => !change.quiet);
  const subject = moved.at(-1) ?? changes.at(-1);
  if (!subject) throw new Error(`Op ${row.version} of the log changed nothing`);
  const old = inverse.find((part) => part.id === subject.id)?.set as Record<string, unknown>;
  const fresh = subject.set as Record<string, unknown>;
  const fields = registersOf(subject).flatMap((register) =>
    register === "position"
      ? subject.entity === "card"
        ? ["columnId", "rank"]
        : ["rank"]
      : [register],
  );
  fields.push(...["cameFrom", "movedTo"].filter((field) => fresh[field] !== undefined));
  return {
    version: row.version,
    client: row.client,
    seq: row.seq,
    userId: row.user,
    origin: row.origin === null ? null : (JSON.parse(row.origin) as Origin),
    at: row.at,
    kind: row.kind,
    entity: subject.entity,
    entityId: subject.id,
    changes: fields.map((field) => ({
      field: field.split(".", 1)[0] ?? field,
      before: valueAt(old, field),
      after: valueAt(fresh, field),
    })),
    notices: noticesOf(row.user, changes, inverse),
  };
}

/** A part of a card as the log tells it: the text of a line with its box, the name of a list, what a link says. */
function partWords(part: unknown): unknown {
  if (typeof part !== "object" || part === null) return part ?? null;
  if ("text" in part && "done" in part) return `${part.done ? "☑" : "☐"} ${String(part.text)}`;
  return "name" in part ? part.name : null;
}

/** The value of a register; of a part, what is kept under its id. */
function valueAt(set: Record<string, unknown> | undefined, register: string): unknown {
  const [kind = register, id] = register.split(".", 2);
  if (id === undefined) return set?.[kind] ?? null;
  const part = (set?.[kind] as Record<string, unknown> | undefined)?.[id];
  // With whom, which the relation alone does not say.
  return kind === "links" && part ? { relation: part, other: id } : partWords(part);
}

/** Notes that D1 has everything up to a version. The watermark never goes back. */
export function noteProjected(storage: Storage, upTo: number): void {
  storage.run("UPDATE meta SET d1Version = max(d1Version, ?)", upTo);
}

/** Forgets ops that are old and projected, and the prints of those whose answers have arrived. Clients further behind get a snapshot. */
export function pruneLog(storage: Storage, keep = KEPT_OPS): void {
  const meta = readMeta(storage);
  if (!meta) return;
  const minLog = Math.min(meta.version - keep, meta.d1Version);
  if (minLog <= meta.minLog) return;
  storage.atomically(() => {
    storage.run(
      "DELETE FROM results WHERE result = '' AND (client, seq) IN (SELECT client, seq FROM ops WHERE version <= ?)",
      minLog,
    );
    storage.run("DELETE FROM ops WHERE version <= ?", minLog);
    storage.run("UPDATE meta SET minLog = ?", minLog);
  });
}
