import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileQuery } from "#domain/analytics/builder/compile.ts";
import { emptyQuery, type BuiltQuery } from "#domain/analytics/builder/model.ts";
import { columnOf } from "#domain/analytics/overview/testing-column.ts";
import { suggestQuestions } from "#domain/analytics/suggest/suggest.ts";
import { runDrill } from "#web/features/analytics/drill/run-drill.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { keepEngine } from "#web/features/analytics/engine/keeper.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { builtChart } from "./built-chart.ts";
import { isUniqueKey, valueCounts } from "./value-counts.ts";

const VENTES = [
  columnOf("agence", "text", { distinct: 2 }),
  columnOf("client", "text", { distinct: 4 }),
  columnOf("montant", "number"),
];
const CLIENTS = [
  columnOf("no", "text", { distinct: 100 }),
  columnOf("region", "text", { distinct: 2 }),
  columnOf("montant", "number"),
];
const SCHEMA = [
  { table: "ventes", title: "ventes", columns: VENTES },
  { table: "clients", title: "clients", columns: CLIENTS },
];
let engine: Engine;
const keeper = keepEngine(() => Promise.resolve(engine));
const never = new AbortController().signal;

beforeAll(async () => {
  engine = await nodeEngine();
  await engine.run(`CREATE TABLE ventes AS SELECT * FROM (VALUES
    ('Lyon', 'a', 10.0), ('Lyon', 'b', 20.0), ('Évry', 'a', 5.0), ('Évry', 'c', 1.0), (NULL, 'z', 2.0)) AS t(agence, client, montant)`);
  await engine.run(`CREATE TABLE clients AS SELECT * FROM (VALUES
    ('a', 'Nord', 100.0), ('b', 'Nord', 200.0), ('c', 'Sud', 300.0)) AS t(no, region, montant)`);
}, 30_000);
afterAll(() => engine.terminate());

const read = async (sql: string) => (await runRead(engine, sql, { limit: 100 })).rows;
const ventes = (column: string) => ({ table: "ventes", column });
const AGENCIES = { from: '"ventes"', column: "agence" };
const crossed: BuiltQuery = {
  ...emptyQuery("ventes"),
  joins: [{ table: "clients", kind: "left", from: ventes("client"), to: "no" }],
  groups: [
    { column: { table: "clients", column: "region" }, part: null },
    { column: ventes("agence"), part: null },
  ],
  measures: [{ fn: "sum", column: ventes("montant"), label: "CA" }],
  pivot: { at: 1 },
};

describe("what the builder asks of the engine", () => {
  it("counts the values of a column that hold a text, whatever its accents, empty ones too", async () => {
    expect(await valueCounts(keeper, AGENCIES, "EV", never)).toEqual([{ value: "Évry", count: 2 }]);
    expect(await valueCounts(keeper, AGENCIES, "", never)).toContainEqual({
      value: null,
      count: 1,
    });
    expect(await valueCounts(keeper, AGENCIES, "L'", never)).toEqual([]);
  });

  it("knows on which side of a join a value has one row", async () => {
    expect(await isUniqueKey(keeper, { table: "clients", column: "no" })).toBe(true);
    expect(await isUniqueKey(keeper, ventes("client"))).toBe(false);
  });

  it("crosses with totals, and opens a cell's rows", async () => {
    const sql = compileQuery(crossed, SCHEMA, "2026-11-22");
    const answer = await runRead(engine, sql, { limit: 100 });
    expect(builtChart({ query: crossed }, answer)).toEqual({
      type: "pivot",
      rows: ["region"],
      columns: ["agence"],
      value: "CA",
      aggregate: "sum",
    });
    const conditions = [
      { column: "region", value: "Nord" },
      { column: "agence", value: "Lyon" },
    ];
    const point = { conditions, measure: "CA", figure: 30, label: "" };
    expect(await runDrill(engine, { sql, columns: answer.columns }, point)).toMatchObject({
      total: 2,
    });
  });

  it("tells that a limit cut what is crossed, and that one which nothing reaches did not", async () => {
    for (const [limit, limited] of [
      [1, true],
      [99, false],
    ] as const) {
      const sql = compileQuery({ ...crossed, limit }, SCHEMA, "2026-11-22");
      expect((await runRead(engine, sql, { limit: 100 })).limited).toBe(limited);
    }
  });

  it("draws no totals of averages, and another chart once the chosen one lost its column", async () => {
    const [measure] = crossed.measures;
    const query = { ...crossed, measures: [{ ...measure!, fn: "avg" as const }] };
    const answer = await runRead(engine, compileQuery(query, SCHEMA, "2026-11-22"), { limit: 100 });
    expect(builtChart({ query }, answer)).toMatchObject({ type: "pivot", totals: false });
    const chart = { type: "pie" as const, category: "gone", value: "CA" };
    expect(builtChart({ query, chart }, answer)).toMatchObject({ type: "pivot" });
    expect(builtChart({ query, chart: null }, answer)).toBeNull();
  });

  it("takes a measure of the model over a join, though both tables have its column", async () => {
    const formula = { table: "ventes", sql: "sum(montant) / count(*)" };
    const query: BuiltQuery = {
      ...crossed,
      groups: crossed.groups.slice(0, 1),
      pivot: null,
      measures: [{ fn: "formula", column: null, formula, label: "panier" }],
      having: [{ at: 0, op: ">", value: 1.5 }],
    };
    expect(await read(compileQuery(query, SCHEMA, "2026-11-22"))).toEqual([
      ["Nord", 35 / 3],
      [null, 2],
    ]);
  });
});

it.each([
  ["chiffre d’affaires par région", "fr"],
  ["revenue by region", "en"],
] as const)("answers « %s » over both tables without counting twice", async (text, language) => {
  const joins = [
    {
      from: ventes("client"),
      to: { table: "clients", column: "no" },
      kind: "many-to-one" as const,
    },
  ];
  const found = suggestQuestions(text, SCHEMA, language, { today: "2026-11-22", joins });
  const best = found.find(({ query }) => query.joins.length === 1);
  expect(await read(best?.sql ?? "")).toEqual([
    ["Nord", 35],
    [null, 2],
    ["Sud", 1],
  ]);
});
