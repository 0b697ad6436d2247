import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import type { Failure, OutboxRow } from "./core.ts";
import type { BoardState } from "./tell-boards.ts";

/** Where the outbox object keeps its cursor, its last failure, used tickets and the rooms it must tell. */
export interface OutboxStorage {
  tenant(): TenantRef | null;
  adopt(tenant: TenantRef): void;
  cursor(): number | null;
  advance(seq: number): void;
  failure(): Failure | null;
  setFailure(failure: Failure | null): void;
  park(row: OutboxRow, error: unknown, at: string): void;
  rooms(): string[];
  addRoom(name: string): void;
  /** Boards' objects that have yet to be told; a later state takes the place of an earlier one. */
  boards(): BoardState[];
  addBoard(state: BoardState): void;
  /** Forgets what was told, unless the board became something else meanwhile. */
  dropBoard(state: BoardState): void;
  /** Whether the organization ever had a webhook, and the row up to which its object was told. */
  webhooks(): { toldUpTo: number } | null;
  setWebhooks(told: { toldUpTo: number }): void;
  /** True the first time a ticket is shown. `expiresAt` and `now` are UTC milliseconds. */
  spendTicket(id: string, expiresAt: number, now: number): boolean;
}

const SCHEMA = [
  "CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
  "CREATE TABLE IF NOT EXISTS parked (seq INTEGER PRIMARY KEY, row TEXT NOT NULL, error TEXT NOT NULL, at TEXT NOT NULL)",
  "CREATE TABLE IF NOT EXISTS rooms (name TEXT PRIMARY KEY) WITHOUT ROWID",
  "CREATE TABLE IF NOT EXISTS boards (board TEXT PRIMARY KEY, archived INTEGER NOT NULL) WITHOUT ROWID",
  "CREATE TABLE IF NOT EXISTS tickets (id TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) WITHOUT ROWID",
];

/** The storage of one outbox object. */
export function outboxStorage(sql: SqlStorage): OutboxStorage {
  for (const statement of SCHEMA) sql.exec(statement);
  const get = (name: string): unknown => {
    const rows = sql.exec<{ value: string }>("SELECT value FROM state WHERE name = ?", name);
    const row = rows.toArray()[0];
    return row ? JSON.parse(row.value) : null;
  };
  const set = (name: string, value: unknown): void => {
    sql.exec(
      "INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)",
      name,
      JSON.stringify(value),
    );
  };
  return {
    tenant: () => get("tenant") as TenantRef | null,
    adopt: (tenant) => set("tenant", tenant),
    cursor: () => get("cursor") as number | null,
    advance: (seq) => set("cursor", seq),
    failure: () => get("failure") as Failure | null,
    setFailure: (failure) => set("failure", failure),
    park(row, error, at) {
      const values = [row.seq, JSON.stringify(row), String(error), at];
      sql.exec("INSERT OR IGNORE INTO parked (seq, row, error, at) VALUES (?, ?, ?, ?)", ...values);
    },
    rooms: () =>
      sql
        .exec<{ name: string }>("SELECT name FROM rooms")
        .toArray()
        .map((row) => row.name),
    addRoom: (name) => void sql.exec("INSERT OR IGNORE INTO rooms (name) VALUES (?)", name),
    boards: () =>
      sql
        .exec<{ board: string; archived: number }>("SELECT board, archived FROM boards")
        .toArray()
        .map(({ board, archived }) => ({ board, archived: archived === 1 })),
    addBoard({ board, archived }) {
      const put = "INSERT OR REPLACE INTO boards (board, archived) VALUES (?, ?)";
      sql.exec(put, board, Number(archived));
    },
    dropBoard({ board, archived }) {
      sql.exec("DELETE FROM boards WHERE board = ? AND archived = ?", board, Number(archived));
    },
    webhooks: () => get("webhooks") as { toldUpTo: number } | null,
    setWebhooks: (told) => set("webhooks", told),
    spendTicket(id, expiresAt, now) {
      sql.exec("DELETE FROM tickets WHERE expires_at < ?", now);
      const cursor = sql.exec(
        "INSERT OR IGNORE INTO tickets (id, expires_at) VALUES (?, ?)",
        id,
        expiresAt,
      );
      return cursor.rowsWritten > 0;
    },
  };
}
