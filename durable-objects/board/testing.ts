import type { Origin } from "#domain/audit/model.ts";
import { DatabaseSync } from "node:sqlite";
import type { Rights } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import { testId } from "#domain/boards/testing.ts";
import { found } from "./found.ts";
import { push } from "./push.ts";
import { prepare, type Storage } from "./storage.ts";

/** An object's storage for tests in Node: the same SQL on an in-memory SQLite. */
export function memoryStorage(): Storage {
  const db = new DatabaseSync(":memory:");
  let depth = 0;
  return {
    all: <T>(sql: string, ...params: (string | number | null)[]) =>
      db.prepare(sql).all(...params) as T[],
    run: (sql, ...params) => void db.prepare(sql).run(...params),
    atomically(work) {
      const name = `s${depth}`;
      db.exec(`SAVEPOINT ${name}`);
      depth += 1;
      try {
        const answer = work();
        db.exec(`RELEASE ${name}`);
        return answer;
      } catch (error) {
        db.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
        throw error;
      } finally {
        depth -= 1;
      }
    },
  };
}

const AT = "2026-11-21T10:00:00.000Z";

/** A founded board with this many columns, `col_…1` on. */
export function testBoard(columns = 3): Storage {
  const storage = memoryStorage();
  prepare(storage);
  found(storage, {
    organization: testId("org", 1),
    binding: "SLOT_0",
    board: testId("brd", 1),
    epoch: "epo_test",
    userId: testId("usr", 1),
    origin: null,
    at: AT,
    columns: Array.from({ length: columns }, (_, i) => {
      return { id: testId("col", i + 1), name: `Column ${i + 1}`, category: "todo" };
    }),
  });
  return storage;
}

/** Where the ops of `pushAs` come from. */
export const ORIGIN: Origin = {
  name: "Claire",
  kind: "person",
  address: "203.0.113.7",
  requestId: null,
};

/** Pushes ops as one client, from `seq` on. */
export function pushAs(
  storage: Storage,
  client: string,
  seq: number,
  ops: readonly unknown[],
  more: {
    rights?: Rights;
    base?: number;
    userId?: string;
    acked?: number;
    request?: boolean;
  } = {},
) {
  const {
    rights = { write: true, manage: true },
    base = 0,
    userId = `usr_${client}`,
    acked = 0,
    request = false,
  } = more;
  const items = ops.map((op, i) => ({ seq: seq + i, base, op: op as Op }));
  const by = { client, userId, origin: ORIGIN, rights, at: AT, request };
  return push(storage, by, { kind: "push", acked, ops: items });
}
