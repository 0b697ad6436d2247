import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Table } from "#domain/exports/manifest.ts";

/** What a state folder holds of an organization, read from its files alone, without the server's help. */
export interface Places {
  /** The rows of a table in the order of its key, as the archive writes them. */
  table(table: Pick<Table, "name" | "columns">): string[];
  /** A board of the organization: what stands in its object, as the archive writes it; null when there is none. */
  board(id: string): string[] | null;
  /** Hashes of the files, by their paths below the organization's prefix. */
  files(): Map<string, string>;
}

function ask<T>(path: string, question: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return question(database);
  } finally {
    database.close();
  }
}

const all = <T>(database: DatabaseSync, sql: string, ...values: string[]) =>
  database.prepare(sql).all(...values) as T[];
const has = (database: DatabaseSync, table: string) =>
  all(database, "SELECT 1 FROM sqlite_master WHERE name = ?", table).length > 0;
const filesOf = (state: string, pattern: string) =>
  globSync(pattern, { cwd: state })
    .filter((name) => !name.endsWith("metadata.sqlite"))
    .map((name) => join(state, name));

function databaseOf(state: string, organizationId: string): string {
  const found = filesOf(state, "d1/**/*.sqlite").find((path) =>
    ask(
      path,
      (database) =>
        has(database, "_meta") &&
        all(database, "SELECT 1 FROM _meta WHERE organization_id = ?", organizationId).length > 0,
    ),
  );
  if (!found) throw new Error(`No database belongs to ${organizationId}`);
  return found;
}

function rowsOf(path: string, { name, columns }: Pick<Table, "name" | "columns">): string[] {
  return ask(path, (database) => {
    const info = all<{ name: string; pk: number }>(database, `PRAGMA table_info("${name}")`);
    const keys = info.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
    const order = keys.length > 0 ? keys.map((key) => `"${key.name}"`).join() : "rowid";
    const names = columns.map((column) => `"${column}"`).join();
    const rows = all<Record<string, unknown>>(
      database,
      `SELECT ${names} FROM "${name}" ORDER BY ${order}`,
    );
    return rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((c) => [c, row[c]]))));
  });
}

type Row = Record<string, string | number | null>;

const parsed = (value: string | number | null | undefined): unknown =>
  typeof value === "string" ? JSON.parse(value) : null;

/** A board's object as lines of the archive; `projected` is none of the board's own and stays out. */
function boardLines(database: DatabaseSync): string[] {
  const lines: object[] = [];
  for (const row of all<Row>(database, "SELECT * FROM meta")) {
    const { board, version, minLog, nextNumber, archived } = row;
    lines.push({ kind: "board", board, version, minLog, nextNumber, archived: archived === 1 });
  }
  for (const table of ["column", "card"]) {
    for (const row of all<Row>(database, `SELECT changed, body FROM ${table}s ORDER BY id`))
      lines.push({ kind: table, changed: row["changed"], [table]: parsed(row["body"]) });
  }
  for (const row of all<Row>(database, "SELECT * FROM ops ORDER BY version")) {
    const { version, client, seq, user, at, kind: op } = row;
    const logged = { changes: parsed(row["changes"]), inverse: parsed(row["inverse"]) };
    lines.push({
      kind: "op",
      version,
      client,
      seq,
      user,
      at,
      op,
      ...logged,
      origin: parsed(row["origin"]),
    });
  }
  return lines.map((line) => JSON.stringify(line));
}

/** A line of an archive's board without what depends on how far D1 was. */
export function plainLine(line: string): string {
  const { projected: _projected, ...rest } = JSON.parse(line) as { projected?: number };
  return JSON.stringify(rest);
}

/** Opens the files of an organization in a state folder whose server has stopped. */
export function placesOf(state: string, organizationId: string): Places {
  const path = databaseOf(state, organizationId);
  return {
    table: (table) => rowsOf(path, table),
    board(id) {
      for (const file of filesOf(state, "do/*BoardRoom/*.sqlite")) {
        const lines = ask(file, (database) => {
          if (!has(database, "meta")) return null;
          const sql = "SELECT 1 FROM meta WHERE organization = ? AND board = ?";
          return all(database, sql, organizationId, id).length > 0 ? boardLines(database) : null;
        });
        if (lines) return lines;
      }
      return null;
    },
    files() {
      const found = new Map<string, string>();
      const prefix = `${organizationId}/`;
      const blobs = new Map(
        globSync("r2/**/blobs/*", { cwd: state }).map((name) => [name.split("/").at(-1), name]),
      );
      for (const file of filesOf(state, "r2/**/*.sqlite")) {
        const objects = ask(file, (database) =>
          has(database, "_mf_objects")
            ? all<{ key: string; blob_id: string | null }>(
                database,
                "SELECT key, blob_id FROM _mf_objects",
              )
            : [],
        );
        for (const { key, blob_id: blob } of objects) {
          const own =
            key.startsWith(prefix) && !/^(exports|restores)\//.test(key.slice(prefix.length));
          const name = blob && blobs.get(blob);
          if (!own || !name) continue;
          const bytes = readFileSync(join(state, name));
          found.set(key.slice(prefix.length), createHash("sha256").update(bytes).digest("hex"));
        }
      }
      return found;
    },
  };
}
