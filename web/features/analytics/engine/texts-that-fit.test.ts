import { afterAll, beforeAll, expect, it } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import type { Engine } from "./engine.ts";
import { rowsOverNothing, textsThatFit } from "./texts-that-fit.ts";

let engine: Engine;
beforeAll(async () => void (engine = await nodeEngine()), 30_000);
afterAll(() => engine.terminate());

const TEXTS = [
  "SELECT sum(montant) FROM ventes",
  'SELECT v."Agence" FROM ventes v JOIN clients c ON v.client = c.id',
  "SELECT 1; SELECT 2",
];
const shape = (kind: "number" | "text", ...more: string[]) => [
  {
    table: "ventes",
    columns: [{ name: "montant", kind }, ...more.map((name) => ({ name, kind: "text" as const }))],
  },
  { table: "clients", columns: [{ name: "id", kind: "text" as const }] },
  { table: "inconnue", columns: [] },
];

it("tells which texts tables of these columns answer, and leaves nothing behind", async () => {
  expect(await textsThatFit(engine, shape("number", "Agence", "client"), TEXTS)).toEqual([
    true,
    true,
    false,
  ]);
  expect(await textsThatFit(engine, shape("text", "Agence"), TEXTS)).toEqual([false, false, false]);
  const left = await engine.run("SELECT schema_name FROM duckdb_schemas() WHERE NOT internal");
  expect(left).toEqual([]);
});

it("counts what each answers over no rows: one row of an aggregate, none of a column", async () => {
  const texts = [
    "SELECT (sum(montant) -- hors taxes\n) AS figure FROM ventes",
    "SELECT (montant) AS figure FROM ventes",
    "SELECT (5) AS figure FROM ventes",
    "SELECT (sum(montant) OVER ()) AS figure FROM ventes",
    "SELECT (count(*) FILTER (WHERE montant > 1) * 1.0 / count(*)) AS figure FROM ventes",
    "SELECT (montant + sum(montant)) AS figure FROM ventes",
    "SELECT (1) AS figure FROM ventes; DROP TABLE ventes",
  ];
  expect(await rowsOverNothing(engine, shape("number"), texts)).toEqual([
    1,
    0,
    0,
    0,
    1,
    null,
    null,
  ]);
});
