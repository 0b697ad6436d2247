import { afterAll, beforeAll, expect, it } from "vitest";
import { drillPage } from "#web/features/analytics/drill/run-drill.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { runWidgetRows } from "./run-widget-rows.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
  await engine.run(`CREATE TABLE temps AS
    SELECT range AS id, DATE '2024-01-10' + ((range % 36) * 30)::INTEGER AS date,
           range % 3 <> 0 AS facturable, (range % 8 + 1)::DOUBLE / 2 AS heures
    FROM range(400)`);
}, 30_000);
afterAll(() => engine.terminate());

const plain = (sql: string): string => sql;
const NOW = "date BETWEEN DATE '2025-12-01' AND DATE '2026-11-30'";
const BEFORE = "date BETWEEN DATE '2024-12-01' AND DATE '2025-11-30'";
const figure = (expression: (within: string) => string, more = {}) => ({
  widget: {
    kind: "number" as const,
    chart: { type: "number" as const, value: "valeur", before: "avant", ...more },
  },
  sql: `SELECT ${expression(NOW)} AS valeur, ${expression(BEFORE)} AS avant FROM temps WHERE heures > 1`,
});

it.each<[string, (within: string) => string, string]>([
  ["a sum", (within) => `sum(heures) FILTER (WHERE ${within})`, NOW],
  [
    "a ratio",
    (within) =>
      `sum(heures) FILTER (WHERE facturable AND ${within}) / sum(heures) FILTER (WHERE ${within})`,
    NOW,
  ],
  [
    "what may be nothing",
    (within) => `coalesce(sum(heures) FILTER (WHERE NOT facturable AND ${within}), 0)`,
    `NOT facturable AND ${NOW}`,
  ],
])("shows of %s beside that of the year before its own rows alone", async (_, expression, own) => {
  const { widget, sql } = figure(expression);
  const found = await runWidgetRows(engine, widget, { sql, narrow: plain });
  const [expected] = await engine.run(
    `SELECT count(*) AS n, ${expression(NOW)} AS valeur FROM temps WHERE heures > 1 AND ${own}`,
  );
  if ("reason" in found) throw new Error(found.reason);
  expect(found.total).toBe(Number(expected?.["n"]));
  expect(found.figures).toEqual([{ name: "valeur", value: Number(expected?.["valeur"]) }]);
  expect(found.unsure ?? false).toBe(false);
  expect((await drillPage(engine, found.sql, 0, 1_000)).rows).toHaveLength(found.total);
});

it("shows of a figure over time the rows of the moment that it tells", async () => {
  const sql =
    "SELECT date_trunc('month', date) AS mois, sum(heures) AS valeur FROM temps GROUP BY 1 ORDER BY 1 LIMIT 5";
  const chart = { type: "number" as const, value: "valeur", over: "mois" };
  const found = await runWidgetRows(
    engine,
    { kind: "number", chart },
    { sql, narrow: (text) => `WITH temps AS (FROM main.temps WHERE facturable) ${text}` },
  );
  const [last] = await engine.run(
    "SELECT count(*) AS n, sum(heures) AS v FROM temps WHERE facturable GROUP BY date_trunc('month', date) ORDER BY date_trunc('month', date) LIMIT 1 OFFSET 4",
  );
  expect(found).toMatchObject({
    total: Number(last?.["n"]),
    figures: [{ name: "valeur", value: Number(last?.["v"]) }],
  });
});

it("says that some rows may not count where a CASE chooses them, and nothing of a refusal", async () => {
  const { widget, sql } = figure((within) => `sum(CASE WHEN ${within} THEN heures ELSE 0 END)`);
  const found = await runWidgetRows(engine, widget, { sql, narrow: plain });
  expect(found).toMatchObject({ unsure: true });
  expect(
    await runWidgetRows(engine, widget, { sql: "SELECT nothing FROM temps", narrow: plain }),
  ).toEqual({ reason: "refused" });
});
