import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileQuery } from "#domain/analytics/builder/compile.ts";
import { emptyQuery, type BuiltQuery, type Measure } from "#domain/analytics/builder/model.ts";
import { columnOf } from "#domain/analytics/overview/testing-column.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import { runDrill } from "#web/features/analytics/drill/run-drill.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { keepEngine } from "#web/features/analytics/engine/keeper.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { createFormat } from "#web/lib/format.ts";
import { computedKind, refusedFault, tryMeasure } from "./formula-check.ts";
import { valueCounts } from "./value-counts.ts";

const TABLES = [
  {
    table: "ventes",
    columns: [
      columnOf("agence", "text"),
      columnOf("ht", "number"),
      columnOf("ttc", "number"),
      columnOf("le", "date"),
      columnOf("note", "text"),
    ],
  },
];
let engine: Engine;
const keeper = keepEngine(() => Promise.resolve(engine));
const around = { query: () => emptyQuery("ventes"), tables: () => TABLES, keeper };

beforeAll(async () => {
  engine = await nodeEngine();
  await engine.run(`CREATE TABLE ventes AS SELECT * FROM (VALUES
    ('Lyon', 10.0, 12.0, DATE '2026-01-03', '5'), ('Lyon', 20.0, 24.0, DATE '2026-02-03', '7'),
    ('Évry', 5.0, 6.0, DATE '2026-02-04', 'sans')) AS t(agence, ht, ttc, le, note)`);
}, 30_000);
afterAll(() => engine.terminate());

const kindOf = (sql: string) => computedKind(around, { table: "ventes", name: "x", sql }, []);
const faultOf = (asked: Promise<unknown>, of: "rows" | "groups") =>
  asked.then(
    () => undefined,
    (thrown: unknown) => refusedFault(thrown, of, around, { t: fr, f: createFormat("fr") }),
  );
const formula = (sql: string): Measure => ({
  fn: "formula",
  column: null,
  formula: { table: "ventes", sql },
  label: "m",
});

describe("a formula before it is accepted", () => {
  it.each([
    ["ttc - ht", "number"],
    ["year(le)", "number"],
    ["agence || ' ' || note", "text"],
    ["ttc > 10", "boolean"],
    ["date_trunc('month', le)::DATE", "date"],
  ])("has the kind that the engine says: %s", async (sql, kind) => {
    expect(await kindOf(sql)).toBe(kind);
  });

  it("is refused with what mends it", async () => {
    const words = fr.analyticsBuild.formula;
    expect(await faultOf(kindOf("ttc - sum(ht)"), "rows")).toBe(words.rows);
    expect(await faultOf(kindOf("ttc - hors"), "rows")).toMatch(/« hors » n’existe pas/);
    expect(await faultOf(kindOf("ttc -"), "rows")).not.toMatch(/ligne \d/);
    // Only the last row can't be read: it is told now, and not once the answer is drawn.
    expect(await faultOf(kindOf("CAST(note AS INTEGER) * 2"), "rows")).toMatch(/« sans »/);
    expect(await faultOf(tryMeasure(around, formula("ttc - ht")), "groups")).toMatch(/sum\(/);
    await tryMeasure(around, formula("sum(ttc) / nullif(sum(ht), 0)"));
  });

  it("is filtered, grouped, summed and opened to its rows like any column", async () => {
    const computed = [
      { table: "ventes", name: "marge", sql: "ttc - ht", kind: "number" as const },
      {
        table: "ventes",
        name: "taille",
        sql: "CASE WHEN ht >= 10 THEN 'grand' ELSE 'petit' END",
        kind: "text" as const,
      },
    ];
    const query: BuiltQuery = {
      ...emptyQuery("ventes"),
      computed,
      filters: [
        { type: "number", column: { table: "ventes", column: "marge" }, op: ">", value: 0.5 },
      ],
      groups: [{ column: { table: "ventes", column: "taille" }, part: null }],
      measures: [{ fn: "sum", column: { table: "ventes", column: "marge" }, label: "Somme" }],
      sort: [{ by: { type: "group", at: 0 }, descending: true }],
    };
    const sql = compileQuery(query, TABLES, "2026-11-22");
    const answer = await runRead(engine, sql, { limit: 10 });
    expect(answer.rows).toEqual([
      ["petit", 1],
      ["grand", 6],
    ]);
    const point = {
      conditions: [{ column: "taille", value: "grand" }],
      measure: "Somme",
      figure: 6,
      label: "",
    };
    expect(await runDrill(engine, { sql, columns: answer.columns }, point)).toMatchObject({
      total: 2,
    });
    const from = `(${compileQuery({ ...emptyQuery("ventes"), computed, columns: [{ table: "ventes", column: "taille" }] }, TABLES, "2026-11-22")})`;
    const found = await valueCounts(
      keeper,
      { from, column: "taille" },
      "gr",
      new AbortController().signal,
    );
    expect(found).toEqual([{ value: "grand", count: 2 }]);
  });
});
