import { afterAll, expect, it } from "vitest";
import { keepEngine } from "#web/features/analytics/engine/keeper.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { measureQuestion } from "./measure-question.ts";

const keeper = keepEngine(() => nodeEngine("512MB"));
afterAll(() => keeper.use(async (engine) => engine.terminate()));

const FEES = { source: "factures", sql: "sum(montant) -- hors taxes" };
const filter = (sql: string, source = "factures") => ({ source, sql, label: sql });

const figure = (filters: object[]) =>
  keeper.use(async (engine) => {
    await engine.run(`CREATE OR REPLACE TABLE factures AS
      SELECT * FROM (VALUES (100, 'Payée', 'Lyon'), (40, 'Annulée', 'Lyon'), (7, 'Payée', 'Lille')) t(montant, statut, agence)`);
    const sql = measureQuestion(FEES, filters as never);
    return Number((await runRead(engine, sql, { limit: 2 })).rows[0]?.[0]);
  });

it("a measure is tested over the rows that the default filters of its table leave, as an answer is", async () => {
  expect(await figure([])).toBe(147);
  expect(await figure([filter("statut <> 'Annulée'")])).toBe(107);
  // A condition with OR, one that ends in a comment, one of another table, one that is not written yet.
  const all = [
    filter("statut <> 'Annulée' OR agence = 'Lyon' -- les deux"),
    filter("agence = 'Lyon'"),
    filter("nombre > 1", "ventes"),
    filter(" "),
  ];
  expect(await figure(all)).toBe(140);
});
