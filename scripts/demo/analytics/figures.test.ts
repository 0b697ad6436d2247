import { afterAll, beforeAll, expect, test } from "vitest";
import { importRepaired } from "#web/features/analytics/engine/import-repaired.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { profileTable } from "#web/features/analytics/engine/profile.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { figuresOf } from "./figures.ts";
import { readingOf } from "./share.ts";
import { toCsv } from "./table.ts";

const TODAY = Date.UTC(2026, 10, 22);
const TABLES = figuresOf(TODAY);

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
}, 30_000);
afterAll(() => engine.terminate());

test("the figures are the same each time, a few thousand rows", () => {
  expect(figuresOf(TODAY)).toEqual(TABLES);
  const counts = TABLES.map(({ rows }) => rows.length);
  expect(Math.min(...counts)).toBeGreaterThan(50);
  expect(Math.max(...counts)).toBeLessThan(10_000);
});

test.each(TABLES)("the page reads and profiles $name as the demo says", async (table) => {
  const csv = toCsv(table);
  const { rows, profiles, reading } = readingOf(table, csv, TODAY);
  expect(reading.columns.map(({ name, kind }) => ({ name, kind }))).toEqual(
    table.columns.map(({ name, kind }) => ({ name, kind })),
  );
  const read = await importRepaired(engine, new Blob([csv]), reading, { table: table.name });
  expect(read.rows).toBe(rows);
  const found = await profileTable(engine, table.name, table.columns);
  const rounded = (all: typeof found) =>
    all.map((one) => ({ ...one, mean: one.mean === null ? null : Math.round(one.mean * 1e6) }));
  expect(rounded(profiles)).toEqual(rounded(found));
});
