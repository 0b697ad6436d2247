import { afterAll, beforeAll, expect, it } from "vitest";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { runDrill } from "./run-drill.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
  await engine.run(`CREATE TABLE ventes AS
    SELECT range AS id, CASE range % 5 WHEN 0 THEN 'Lyon' WHEN 1 THEN NULL ELSE 'Annecy' END AS agence,
           range % 3 = 0 AS avoir, (range * 7 % 101)::DECIMAL(10, 2) + 0.1 AS montant, range % 7 AS client, 2020 + range % 4 AS annee
    FROM range(1000)`);
}, 30_000);
afterAll(() => engine.terminate());

it.each([
  ["sum(montant) FILTER (WHERE avoir)", "avoir"],
  ["round(coalesce(sum(montant) FILTER (annee = 2021 -- puis\n), 0), 2)", "annee = 2021"],
  [
    "sum(montant) FILTER (WHERE avoir AND annee = 2021) / sum(montant) FILTER (WHERE annee = 2021 OR client = 1)",
    "(annee = 2021 OR client = 1)",
  ],
  ["count(*) FILTER (WHERE avoir) * 100.0 / count(*)", "TRUE"],
  ["percentile_cont(0.5) WITHIN GROUP (ORDER BY montant) FILTER (WHERE client = 4)", "client = 4"],
])("has the rows that the figure %s is made of, and no other", async (expression, where) => {
  const sql = `SELECT agence, ${expression} AS ca, sum(montant) FILTER (WHERE annee = 2020) AS avant
    FROM ventes WHERE id < 700 GROUP BY ALL`;
  const { columns, rows } = await runRead(engine, sql, { limit: 10 });
  expect(rows).toHaveLength(3);
  for (const [agence = null, figure] of rows) {
    const point = {
      conditions: [{ column: "agence", value: agence }],
      measure: "ca",
      figure: Number(figure),
      label: "",
    };
    const drilled = await runDrill(engine, { sql, columns }, point);
    if ("reason" in drilled) throw new Error(drilled.reason);
    const place = agence === null ? "agence IS NULL" : `agence = '${String(agence)}'`;
    const expected = `SELECT id FROM ventes WHERE id < 700 AND ${place} AND ${where}`;
    const ids = async (text: string) =>
      (await engine.run(`SELECT id FROM (${text}\n) ORDER BY id`)).map(({ id }) => Number(id));
    expect(await ids(drilled.sql)).toEqual(await ids(expected));
    expect(drilled.total).toBeGreaterThan(0);
  }
});
