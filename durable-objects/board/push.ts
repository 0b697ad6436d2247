import { createHash } from "node:crypto";
import type { Origin } from "#domain/audit/model.ts";
import { BringCard, bringCard } from "#domain/boards/bring.ts";
import { decide } from "#domain/boards/decide.ts";
import type { LoggedOp, Push, Result, Rights } from "#domain/boards/messages.ts";
import { Op } from "#domain/boards/ops.ts";
import { LIMITS } from "#domain/boards/protocol.ts";
import { reject, type Verdict } from "#domain/boards/verdict.ts";
import { writeChanges } from "./records.ts";
import { type Meta, readMeta, type Storage } from "./storage.ts";
import { storedBoard } from "./stored-board.ts";

/** Who pushes. `at` is the object's clock, ISO 8601 UTC. `request`: its name stands for one request, not for a page. */
export interface Pusher {
  client: string;
  userId: string;
  origin: Origin | null;
  rights: Rights;
  at: string;
  request?: boolean;
  /** Says what cards bring along from other boards (`BringCard`), and nothing else. */
  carries?: boolean;
}

/**
 * What a push led to: answers for its author, ops for everybody. `gap` is the seq that must come first; `reused`: a
 * number that was answered came with another op, from a device that had lost its last writes.
 */
export interface Pushed {
  results: Result[];
  ops: LoggedOp[];
  gap: number | null;
  reused: boolean;
}

/** Tells ops apart, long after their answers were forgotten. */
function printOf(op: unknown): string {
  const text = JSON.stringify(op ?? null);
  return createHash("sha256").update(text).digest("base64").slice(0, 16);
}

/** The highest seq of a client that was answered. Null when the name belongs to somebody else. */
export function lastSeqOf(storage: Storage, client: string, userId: string): number | null {
  const row = clientOf(storage, client);
  if (!row) return 0;
  return row.user === userId ? row.lastSeq : null;
}

/** What is known of a client; `acked` is the highest seq whose answer it said that it has. */
function clientOf(storage: Storage, client: string) {
  const sql = "SELECT user, lastSeq, acked FROM clients WHERE id = ?";
  return storage.all<{ user: string; lastSeq: number; acked: number | null }>(sql, client)[0];
}

/**
 * Handles a push in one transaction. An op that was answered before gets the same answer; an op that skips a
 * seq stops the push; a refused op uses its seq up. Nothing is sent here: the caller sends once this is durable.
 */
export function push(storage: Storage, by: Pusher, message: Push): Pushed {
  return storage.atomically(() => {
    const row = clientOf(storage, by.client);
    const known = row?.lastSeq ?? 0;
    const done: Pushed = { results: [], ops: [], gap: null, reused: false };
    if (row && row.user !== by.userId)
      throw new Error("A client name of somebody else reached push");
    const before = row?.acked ?? 0;
    if (message.acked > before) {
      storage.run(
        "UPDATE results SET result = '' WHERE client = ? AND seq > ? AND seq <= ?",
        by.client,
        before,
        message.acked,
      );
    }
    let last = known;
    for (const item of message.ops) {
      if (item.seq <= last) {
        const result = replay(storage, by, item);
        done.reused = result === null;
        if (!result) break;
        done.results.push(result);
      } else if (item.seq > last + 1) {
        done.gap = last + 1;
        break;
      } else {
        const { result, logged } = applyOne(storage, by, item);
        done.results.push(result);
        if (logged) done.ops.push(logged);
        storage.run(
          "INSERT INTO results (client, seq, result, print) VALUES (?, ?, ?, ?)",
          by.client,
          item.seq,
          JSON.stringify(result),
          by.request ? null : printOf(item.op),
        );
        last = item.seq;
      }
    }
    if (last > known) {
      storage.run(
        "INSERT OR REPLACE INTO clients (id, user, lastSeq, acked) VALUES (?, ?, ?, ?)",
        by.client,
        by.userId,
        last,
        Math.max(before, Math.min(message.acked, last)),
      );
    }
    return done;
  });
}

/** The answer that a number got; null when it was given to another op. */
function replay(storage: Storage, { client }: Pusher, { seq, op }: Push["ops"][number]) {
  const row = storage.all<{ result: string; print: string | null }>(
    "SELECT result, print FROM results WHERE client = ? AND seq = ?",
    client,
    seq,
  )[0];
  if (row && row.print !== null && row.print !== printOf(op)) return null;
  if (row?.result) return JSON.parse(row.result) as Result;
  // The client said that it has the answer, which is why it is no longer kept.
  return { seq, version: readMeta(storage)?.version ?? 0, outcome: "noop" } satisfies Result;
}

function judge(storage: Storage, by: Pusher, meta: Meta, item: Push["ops"][number]): JudgedOp {
  if (!by.rights.write) return { verdict: reject("forbidden"), kind: null };
  if (meta.archived) return { verdict: reject("archived"), kind: null };
  if (JSON.stringify(item.op ?? null).length > LIMITS.opBytes) {
    return { verdict: reject("too_large"), kind: null };
  }
  if (by.carries) {
    const brought = BringCard.safeParse(item.op);
    if (!brought.success) return { verdict: reject("invalid"), kind: null };
    return { verdict: bringCard(storedBoard(storage), brought.data), kind: brought.data.kind };
  }
  const op = Op.safeParse(item.op);
  if (!op.success) return { verdict: reject("invalid"), kind: null };
  // Words under somebody else's name come by imports alone.
  const imported = op.data.kind === "comment.create" && op.data.imported !== undefined;
  const structural = op.data.kind.startsWith("column.") || imported;
  if (structural && !by.rights.manage) return { verdict: reject("forbidden"), kind: null };
  const sender = { userId: by.userId, client: by.client, base: item.base, at: by.at };
  return { verdict: decide(storedBoard(storage), op.data, sender), kind: op.data.kind };
}

interface JudgedOp {
  verdict: Verdict;
  kind: Op["kind"] | BringCard["kind"] | null;
}

function applyOne(storage: Storage, by: Pusher, item: Push["ops"][number]) {
  const meta = readMeta(storage);
  if (!meta) throw new Error("A push reached a board that was never founded");
  const { seq } = item;
  const { verdict, kind } = judge(storage, by, meta, item);
  if (kind === null || verdict.outcome === "noop" || verdict.outcome === "rejected") {
    const result = { ...verdict, seq, version: meta.version } as Result;
    return { result, logged: null };
  }
  const version = meta.version + 1;
  writeChanges(storage, verdict.changes, { version, at: by.at });
  storage.run("UPDATE meta SET version = ?", version);
  storage.run(
    "INSERT INTO ops (version, client, seq, user, at, kind, changes, inverse, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    version,
    by.client,
    seq,
    by.userId,
    by.at,
    kind,
    JSON.stringify(verdict.changes),
    JSON.stringify(verdict.inverse),
    by.origin && JSON.stringify(by.origin),
  );
  const logged: LoggedOp = {
    version,
    client: by.client,
    seq,
    userId: by.userId,
    at: by.at,
    opKind: kind,
    changes: verdict.changes,
  };
  const result: Result = { ...verdict, seq, version, at: by.at };
  return { result, logged };
}
