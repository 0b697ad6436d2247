import { afterAll, beforeAll, expect, it } from "vitest";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import type { Engine } from "./engine.ts";
import { textsThatFit } from "./texts-that-fit.ts";

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
