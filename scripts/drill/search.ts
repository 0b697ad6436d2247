import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Where a text was found. */
export interface Found {
  /** The file, relative to the state folder. */
  file: string;
  /** The table, for rows of a database; null for bytes. */
  table: string | null;
  count: number;
}

/** Files of a state folder, relative to it. */
function files(state: string, pattern: string): string[] {
  return globSync(pattern, { cwd: state, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(state.length + 1))
    .toSorted();
}

/** Rows of all tables of every SQLite file under a folder that hold a text in any column, as text or as bytes. */
export function findRows(state: string, text: string): Found[] {
  return files(state, "**/*.sqlite").flatMap((file) => {
    const database = new DatabaseSync(join(state, file), { readOnly: true });
    try {
      return tablesOf(database).flatMap((table) => {
        let count = 0;
        const all = database.prepare(`SELECT * FROM "${table}"`);
        all.setReadBigInts(true);
        for (const row of all.iterate()) if (holds(row, text)) count += 1;
        return count > 0 ? [{ file, table, count }] : [];
      });
    } finally {
      database.close();
    }
  });
}

/** Bytes of every file under a folder, databases, write-ahead logs, blobs and logs alike, that spell a text. */
export function findBytes(state: string, text: string): Found[] {
  return files(state, "**/*").flatMap((file) => {
    const bytes = readFileSync(join(state, file));
    let count = 0;
    for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) count += 1;
    return count > 0 ? [{ file, table: null, count }] : [];
  });
}

/** How often a text was found. */
export function sum(found: readonly Found[]): number {
  return found.reduce((total, { count }) => total + count, 0);
}

/** Names of the tables, those of search indexes and of SQLite itself included. */
export function tablesOf(database: DatabaseSync): string[] {
  const rows = database
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .all() as { name: string; sql: string | null }[];
  // What a virtual table answers stands in the tables behind it.
  return rows.filter(({ sql }) => !/^CREATE VIRTUAL/i.test(sql ?? "")).map(({ name }) => name);
}

function holds(row: Record<string, unknown>, text: string): boolean {
  return Object.values(row).some((value) =>
    value instanceof Uint8Array
      ? Buffer.from(value).includes(text)
      : String(value).toLowerCase().includes(text),
  );
}
