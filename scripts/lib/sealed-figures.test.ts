import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sealedFigures } from "./sealed-figures.ts";

let state = "";
beforeEach(() => (state = mkdtempSync(join(tmpdir(), "state-"))));
afterEach(() => rmSync(state, { recursive: true, force: true }));

test("counts sealed values by key over every database file", () => {
  mkdirSync(join(state, "d1/x"), { recursive: true });
  for (const [name, values] of [
    ["a", ["v1.k1.AAAA", "v1.k2.AAAA", null]],
    ["b", ["v1.k2.BBBB"]],
  ] as const) {
    const database = new DatabaseSync(join(state, `d1/x/${name}.sqlite`));
    database.exec("CREATE TABLE connections (password TEXT)");
    for (const value of values) {
      database.prepare("INSERT INTO connections VALUES (?)").run(value);
    }
    database.close();
  }
  const columns = [
    { table: "connections", row: "id", column: "password" },
    { table: "not_here", row: "id", column: "password" },
  ];
  expect(Object.fromEntries(sealedFigures(state, columns))).toEqual({ k1: 1, k2: 2 });
});

test("counts nothing where nothing is", () => {
  expect(sealedFigures(state).size).toBe(0);
});
