type Value = string | number | null;

/** The object's own SQLite, as much of it as is used: so that its statements are tested in Node as well. */
export interface Sql {
  exec<T extends Record<string, Value>>(query: string, ...bindings: Value[]): { toArray(): T[] };
  /** All of it or nothing. */
  transaction<T>(work: () => T): T;
}

const SCHEMA = [
  "CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
  `CREATE TABLE IF NOT EXISTS webhooks (
     id TEXT PRIMARY KEY,
     state TEXT NOT NULL,
     types TEXT NOT NULL,
     permissions TEXT NOT NULL,
     hold_until INTEGER NOT NULL DEFAULT 0,
     served_at INTEGER NOT NULL DEFAULT 0,
     failing_since INTEGER,
     pausing TEXT,
     pausing_key TEXT,
     pausing_at INTEGER
   ) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS deliveries (
     n INTEGER PRIMARY KEY AUTOINCREMENT,
     id TEXT NOT NULL UNIQUE,
     seq INTEGER,
     webhook TEXT NOT NULL,
     type TEXT NOT NULL,
     permission TEXT NOT NULL,
     entity TEXT NOT NULL,
     entity_id TEXT NOT NULL,
     body TEXT NOT NULL,
     headers TEXT NOT NULL DEFAULT '{}',
     created_at INTEGER NOT NULL,
     state TEXT NOT NULL DEFAULT 'waiting',
     tries INTEGER NOT NULL DEFAULT 0,
     attempts INTEGER NOT NULL DEFAULT 0,
     next_at INTEGER,
     finished_at INTEGER
   )`,
  "CREATE UNIQUE INDEX IF NOT EXISTS one_delivery ON deliveries (webhook, seq) WHERE seq IS NOT NULL",
  "CREATE INDEX IF NOT EXISTS due ON deliveries (webhook, next_at, n) WHERE state = 'waiting'",
  "CREATE INDEX IF NOT EXISTS by_webhook ON deliveries (webhook, n)",
  "CREATE INDEX IF NOT EXISTS by_state ON deliveries (state, n)",
  `CREATE TABLE IF NOT EXISTS attempts (
     delivery TEXT NOT NULL,
     number INTEGER NOT NULL,
     at INTEGER NOT NULL,
     duration INTEGER NOT NULL,
     status INTEGER,
     error TEXT,
     answer TEXT NOT NULL,
     PRIMARY KEY (delivery, number)
   ) WITHOUT ROWID`,
];

/** Makes the object's tables where they are not there yet. */
export function prepare(sql: Sql): Sql {
  for (const statement of SCHEMA) sql.exec(statement);
  return sql;
}

/** What a Durable Object offers, as `Sql`. */
export function sqlOf(storage: DurableObjectStorage): Sql {
  return {
    exec: (query, ...bindings) => storage.sql.exec(query, ...bindings),
    transaction: (work) => storage.transactionSync(work),
  };
}
