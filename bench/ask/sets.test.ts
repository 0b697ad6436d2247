import { afterAll, beforeAll, expect, test } from "vitest";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { SETS } from "./sets.ts";
import { askTable, type AskTable } from "./tables.ts";

let engine: Engine;
const tables = new Map<string, AskTable>();
beforeAll(async () => {
  engine = await nodeEngine();
  for (const file of SETS.flatMap(({ files }) => files))
    tables.set(file, await askTable(engine, file));
}, 60_000);
afterAll(() => engine.terminate());

const questions = SETS.flatMap((set) => set.questions.map((question) => ({ ...question, set })));

test("there are questions enough, in both languages, some that the data can't answer, each once", () => {
  expect(questions.length).toBeGreaterThanOrEqual(120);
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  expect(new Set(questions.map(({ ask }) => ask)).size).toBe(questions.length);
  expect(SETS.length).toBeGreaterThanOrEqual(6);
  for (const language of ["fr", "en"])
    expect(questions.filter((one) => one.language === language).length).toBeGreaterThan(50);
  expect(questions.filter(({ sql }) => sql === null).length).toBeGreaterThan(10);
});

test.each(questions.filter(({ sql }) => sql !== null))(
  "$id has an answer: $ask",
  async ({ sql }) => {
    const { rows } = await runRead(engine, sql ?? "", { limit: 5000 });
    expect(rows.length).toBeGreaterThan(0);
    // An empty value would be taken for an answer that is not there.
    expect(rows.length === 1 ? rows[0] : []).not.toContain(null);
  },
);

test.each(questions)("$id names columns and values that stand in its files", async (question) => {
  const held = question.set.files.flatMap((file) => tables.get(file) ?? []);
  const columns = held.flatMap(({ table, profiles }) =>
    profiles.map(({ name }) => (held.length > 1 ? `${table}.${name}` : name)),
  );
  for (const link of question.links ?? []) expect(columns).toContain(link);
  for (const value of question.values ?? []) {
    const counts = held.flatMap(({ table, profiles }) =>
      profiles
        .filter(({ kind }) => kind === "text")
        .map(({ name }) => `SELECT 1 FROM ${table} WHERE ${quoteIdentifier(name)} = '${value}'`),
    );
    const { rows } = await runRead(engine, counts.join(" UNION ALL "), { limit: 1 });
    expect({ value, found: rows.length }).toEqual({ value, found: 1 });
  }
});
