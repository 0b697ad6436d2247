import type { Place } from "#domain/audit/chain.ts";
import type { ChainMemory } from "./audit-chain.ts";

const SCHEMA = [
  "CREATE TABLE IF NOT EXISTS chain (name TEXT PRIMARY KEY, id INTEGER NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID",
  "CREATE TABLE IF NOT EXISTS checkpoints (id INTEGER PRIMARY KEY, hash TEXT NOT NULL)",
];

/** The object's own SQLite as the memory of the chain. */
export function chainMemory(sql: SqlStorage): ChainMemory {
  for (const statement of SCHEMA) sql.exec(statement);
  const get = (name: string): Place | null => {
    const found = sql.exec<{ id: number; hash: string }>(
      "SELECT id, hash FROM chain WHERE name = ?",
      name,
    );
    return found.toArray()[0] ?? null;
  };
  const set = (name: string, { id, hash }: Place) =>
    void sql.exec("INSERT OR REPLACE INTO chain (name, id, hash) VALUES (?, ?, ?)", name, id, hash);
  return {
    head: () => get("head"),
    setHead: (place) => set("head", place),
    base: () => get("base"),
    setBase(place) {
      set("base", place);
      sql.exec("DELETE FROM checkpoints WHERE id <= ?", place.id);
    },
    pendingBase: () => get("pending"),
    setPendingBase(place) {
      if (place) set("pending", place);
      else sql.exec("DELETE FROM chain WHERE name = 'pending'");
    },
    checkpoints: () =>
      sql
        .exec<{ id: number; hash: string }>("SELECT id, hash FROM checkpoints ORDER BY id")
        .toArray(),
    addCheckpoint: ({ id, hash }) =>
      void sql.exec("INSERT OR REPLACE INTO checkpoints (id, hash) VALUES (?, ?)", id, hash),
  };
}
