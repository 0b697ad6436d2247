import { and, eq, type InferInsertModel } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { DrizzleD1Database } from "drizzle-orm/d1";

/** A table whose rows carry an id and a version, as everything that people edit does. */
export type VersionedTable = SQLiteTable & { id: SQLiteColumn; version: SQLiteColumn };

/** A write as data: `commit` alone turns it into SQL. `guarded` writes abort the batch when they match no row. */
export interface Write {
  guarded: boolean;
  build(db: DrizzleD1Database): { toSQL(): { sql: string; params: unknown[] } };
}

/** Adds a row. */
export function insert<T extends SQLiteTable>(table: T, row: InferInsertModel<T>): Write {
  return { guarded: false, build: (db) => db.insert(table).values(row) };
}

/**
 * Changes fields of the row with this id and version, and raises the version by one.
 * Another version in the database aborts the whole commit: 409 `conflict.version`.
 */
export function update<T extends VersionedTable>(
  table: T,
  at: { id: string; version: number },
  set: Partial<InferInsertModel<T>>,
): Write {
  const values = { ...set, version: at.version + 1 };
  return {
    guarded: true,
    build: (db) =>
      db
        .update(table)
        .set(values)
        .where(and(eq(table.id, at.id), eq(table.version, at.version))),
  };
}

/** Puts a row where its key stands already or not: for what is found anew each time, never for what people edit. */
export function put<T extends SQLiteTable>(
  table: T,
  key: SQLiteColumn,
  row: InferInsertModel<T>,
): Write {
  return {
    guarded: false,
    build: (db) => db.insert(table).values(row).onConflictDoUpdate({ target: key, set: row }),
  };
}
