/** The SQLite of one board's object; in Node tests, an in-memory SQLite that speaks the same SQL. */
export interface Storage {
  all<T>(sql: string, ...params: (string | number | null)[]): T[];
  run(sql: string, ...params: (string | number | null)[]): void;
  /** Everything in `work` is written, or nothing. */
  atomically<T>(work: () => T): T;
}

/** What the object knows of itself. `epoch` changes when a backup is restored. */
export interface Meta {
  organization: string;
  binding: string;
  board: string;
  epoch: string;
  version: number;
  /** The oldest version from which a delta can be made. */
  minLog: number;
  /** The version up to which D1 has everything. */
  d1Version: number;
  nextNumber: number;
  archived: number;
}

const SCHEMA = [
  `CREATE TABLE IF NOT EXISTS meta (
    id INTEGER PRIMARY KEY CHECK (id = 1), organization TEXT NOT NULL, binding TEXT NOT NULL,
    board TEXT NOT NULL, epoch TEXT NOT NULL, version INTEGER NOT NULL, minLog INTEGER NOT NULL,
    d1Version INTEGER NOT NULL, nextNumber INTEGER NOT NULL, archived INTEGER NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS columns (
    id TEXT PRIMARY KEY, rank TEXT NOT NULL, deleted INTEGER NOT NULL, body TEXT NOT NULL,
    changed INTEGER NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS cards (
    id TEXT PRIMARY KEY, col TEXT NOT NULL, rank TEXT NOT NULL, deleted INTEGER NOT NULL,
    body TEXT NOT NULL, changed INTEGER NOT NULL)`,
  "CREATE INDEX IF NOT EXISTS cards_lane ON cards (col, rank, id) WHERE deleted = 0",
  "CREATE INDEX IF NOT EXISTS cards_changed ON cards (changed)",
  `CREATE TABLE IF NOT EXISTS comments (
    id TEXT PRIMARY KEY, card TEXT NOT NULL, deleted INTEGER NOT NULL, body TEXT NOT NULL,
    changed INTEGER NOT NULL)`,
  "CREATE INDEX IF NOT EXISTS comments_card ON comments (card, id) WHERE deleted = 0",
  "CREATE INDEX IF NOT EXISTS comments_changed ON comments (changed)",
  "CREATE TABLE IF NOT EXISTS tags (id TEXT PRIMARY KEY, body TEXT NOT NULL, changed INTEGER NOT NULL)",
  `CREATE TABLE IF NOT EXISTS ops (
    version INTEGER PRIMARY KEY, client TEXT NOT NULL, seq INTEGER NOT NULL, user TEXT NOT NULL,
    at TEXT NOT NULL, kind TEXT NOT NULL, changes TEXT NOT NULL, inverse TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS clients (
    id TEXT PRIMARY KEY, user TEXT NOT NULL, lastSeq INTEGER NOT NULL, acked INTEGER) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS results (
    client TEXT NOT NULL, seq INTEGER NOT NULL, result TEXT NOT NULL, print TEXT,
    PRIMARY KEY (client, seq)) WITHOUT ROWID`,
  // When each recurring card is due to come again, UTC milliseconds.
  "CREATE TABLE IF NOT EXISTS repeats (card TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID",
  // What the board can go back to; the bytes are in R2. `request` made it, so that it is made once.
  `CREATE TABLE IF NOT EXISTS backups (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, why TEXT NOT NULL, cards INTEGER NOT NULL,
    columns INTEGER NOT NULL, version INTEGER NOT NULL, request TEXT UNIQUE) WITHOUT ROWID`,
  "CREATE TABLE IF NOT EXISTS requests (client TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) WITHOUT ROWID",
  "CREATE TABLE IF NOT EXISTS tickets (id TEXT PRIMARY KEY, expiresAt INTEGER NOT NULL) WITHOUT ROWID",
];

/** Columns that tables of an older object lack. */
const ADDED = [
  ["ops", "origin", "TEXT"],
  ["results", "print", "TEXT"],
  ["clients", "acked", "INTEGER"],
] as const;

/** Creates what is missing. Safe on every start. */
export function prepare(storage: Storage): void {
  for (const statement of SCHEMA) storage.run(statement);
  for (const [table, column, type] of ADDED) {
    const known = storage.all(
      `SELECT 1 FROM pragma_table_info('${table}') WHERE name = '${column}'`,
    );
    if (known.length === 0) storage.run(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
  }
}

/** Null until the board was founded. */
export function readMeta(storage: Storage): Meta | null {
  return storage.all<Meta>("SELECT * FROM meta")[0] ?? null;
}

/** True the first time a ticket is shown. Times are UTC milliseconds. */
export function spendTicket(storage: Storage, id: string, expiresAt: number, now: number): boolean {
  storage.run("DELETE FROM tickets WHERE expiresAt < ?", now);
  const spent = storage.all("SELECT 1 FROM tickets WHERE id = ?", id).length > 0;
  if (!spent) storage.run("INSERT INTO tickets (id, expiresAt) VALUES (?, ?)", id, expiresAt);
  return !spent;
}

/** Whether a request's name may be used for what it asks: true the first time, and for the same again. */
export function claimRequest(storage: Storage, client: string, fingerprint: string): boolean {
  storage.run(
    "INSERT OR IGNORE INTO requests (client, fingerprint) VALUES (?, ?)",
    client,
    fingerprint,
  );
  const sql = "SELECT 1 FROM requests WHERE client = ? AND fingerprint = ?";
  return storage.all(sql, client, fingerprint).length > 0;
}
