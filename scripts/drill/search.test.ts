import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBytes, findRows, sum } from "./search.ts";

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "search-"));
});
afterEach(() => rmSync(state, { recursive: true }));

test("finds a text in columns, in bytes and in the tables behind a search index", () => {
  const database = new DatabaseSync(join(state, "a.sqlite"));
  database.exec(`CREATE TABLE notes (id INTEGER, text TEXT, bytes BLOB);
    INSERT INTO notes VALUES (1, 'un canari ici', NULL), (2, '', CAST('canari' AS BLOB)), (3, 'rien', NULL);
    CREATE VIRTUAL TABLE found USING fts5 (text); INSERT INTO found VALUES ('Canari');`);
  database.close();
  const rows = findRows(state, "canari");
  expect(rows.find(({ table }) => table === "notes")?.count).toBe(2);
  expect(rows.map(({ table }) => table)).toEqual(
    expect.arrayContaining(["found_content", "found_data"]),
  );
  expect(findRows(state, "moineau")).toEqual([]);
});

test("finds what a deleted row leaves on its page, which no row tells any more", () => {
  const database = new DatabaseSync(join(state, "a.sqlite"));
  database.exec(
    "CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('canari'); DELETE FROM notes",
  );
  database.close();
  expect(findRows(state, "canari")).toEqual([]);
  expect(sum(findBytes(state, "canari"))).toBe(1);
});

test("looks into every file, however deep", () => {
  mkdirSync(join(state, "r2/blobs"), { recursive: true });
  writeFileSync(join(state, "r2/blobs/1"), "canari, canari");
  writeFileSync(join(state, "server.log"), "canari");
  expect(findBytes(state, "canari")).toEqual([
    { file: "r2/blobs/1", table: null, count: 2 },
    { file: "server.log", table: null, count: 1 },
  ]);
});
