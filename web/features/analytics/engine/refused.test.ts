import { afterAll, beforeAll, expect, it } from "vitest";
import type { Refusal } from "#domain/analytics/sql/refusal.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import type { Engine } from "./engine.ts";
import { runRead, SqlRefused } from "./read.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
  await engine.run(
    "CREATE TABLE ventes AS SELECT range AS n, range % 3 AS g, 'Lyon' AS agence, 1.5::DOUBLE AS montant, DATE '2026-01-01' AS jour FROM range(10)",
  );
}, 30_000);
afterAll(() => engine.terminate());

const why = async (sql: string): Promise<Refusal | null> => {
  const error: unknown = await runRead(engine, sql, { limit: 10 }).catch(
    (thrown: unknown) => thrown,
  );
  return error instanceof SqlRefused ? error.refusal : null;
};

// The database's own words: a version that says things otherwise fails here.
it.each<[sql: string, refusal: object]>([
  [
    "SELECT agense FROM ventes",
    { code: "unknown-column", name: "agense", candidates: ["agence", "g"] },
  ],
  ["SELECT v.agense FROM ventes v", { code: "unknown-column", name: "agense" }],
  ['SELECT * FROM ventes WHERE agence = "Lyon"', { code: "unknown-column", name: "Lyon" }],
  ["SELECT n FROM vente", { code: "unknown-table", name: "vente", candidates: ["ventes"] }],
  ["SELECT x.n FROM ventes v", { code: "unknown-table", name: "x", candidates: ["v"] }],
  [
    "SELECT ROUNDD(n) FROM ventes",
    { code: "unknown-function", name: "roundd", candidates: ["round"] },
  ],
  ["SELECT row_number() FROM ventes", { code: "unknown-function", name: "row_number" }],
  ["SELECT n::ENTIER FROM ventes", { code: "unknown-type", name: "ENTIER" }],
  ["SELECT json_extract('{}', '$.a')", { code: "extension", name: "json_extract" }],
  [
    "SELECT g FROM ventes a, ventes b",
    { code: "ambiguous", name: "g", candidates: ["a.g", "b.g"] },
  ],
  [
    "SELECT n\nFROM ventes\nWHER g = 1",
    { code: "syntax", near: "g", place: { line: 3, column: 6 } },
  ],
  ["SELECT n,, g FROM ventes", { code: "syntax", near: ",", place: { line: 1, column: 10 } }],
  ["SELECT n FROM ventes WHERE", { code: "ends-early" }],
  ["SELECT 'Lyon FROM ventes", { code: "unclosed", what: "text", place: { line: 1, column: 8 } }],
  ['SELECT "n FROM ventes', { code: "unclosed", what: "name" }],
  ["SELECT /* n", { code: "unclosed", what: "comment" }],
  ["SELECT agence::INTEGER FROM ventes", { code: "conversion", value: "Lyon", wanted: "integer" }],
  [
    "SELECT n FROM ventes WHERE montant > '1,5'",
    { code: "conversion", value: "1,5", wanted: "number" },
  ],
  ["SELECT n FROM ventes WHERE agence", { code: "conversion", value: "Lyon", wanted: "boolean" }],
  [
    "SELECT n FROM ventes WHERE jour = 'hier'",
    { code: "conversion", value: "hier", wanted: "date" },
  ],
  ["SELECT '2026-13-45'::DATE", { code: "conversion", value: "2026-13-45", wanted: "date" }],
  ["SELECT strptime('a', '%d')", { code: "conversion", value: "a", wanted: "date" }],
  ["SELECT date_diff('jour', jour, jour) FROM ventes", { code: "date-part", name: "jour" }],
  ["SELECT sum(agence) FROM ventes", { code: "types", name: "sum", types: ["VARCHAR"] }],
  [
    "SELECT agence + 1 FROM ventes",
    { code: "types", name: "+", types: ["VARCHAR", "INTEGER_LITERAL"] },
  ],
  ["SELECT 3 + 'a' FROM ventes", { code: "types", name: "+" }],
  ["SELECT sum() FROM ventes", { code: "types", name: "sum", types: [] }],
  ["SELECT agence, sum(n) FROM ventes", { code: "group", name: "agence" }],
  ["SELECT agence FROM ventes GROUP BY agence HAVING n > 1", { code: "group", name: "n" }],
  ["SELECT * FROM ventes WHERE sum(n) > 1", { code: "aggregate-in", clause: "WHERE" }],
  ["SELECT n FROM ventes WHERE rank() OVER () = 1", { code: "window-in", clause: "WHERE" }],
  ["SELECT sum(sum(n)) FROM ventes", { code: "nested-aggregate" }],
  ["SELECT 9223372036854775807 + 1", { code: "out-of-range" }],
  ["SELECT 99999999999::INT", { code: "out-of-range" }],
  ["SELECT sqrt(-1)", { code: "out-of-range" }],
  ["SELECT (SELECT n FROM ventes)", { code: "several-rows" }],
  ["SELECT n FROM ventes UNION SELECT n, g FROM ventes", { code: "unequal-columns" }],
  ["SELECT n FROM ventes ORDER BY 9", { code: "other" }],
])("%s", async (sql, refusal) => {
  expect(await why(sql)).toMatchObject(refusal);
});

it("refuses no division by zero: it answers infinity, or nothing for whole numbers", async () => {
  const { rows } = await runRead(engine, "SELECT 1 / 0, 1 // 0, 1 % 0", { limit: 10 });
  expect(rows).toEqual([["Infinity", null, null]]);
});
