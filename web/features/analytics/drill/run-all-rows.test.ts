import { afterAll, beforeAll, expect, it } from "vitest";
import { narrowed } from "#domain/dashboards/narrow.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { drillPage } from "./run-drill.ts";
import { runAllRows } from "./run-all-rows.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
  await engine.run(`CREATE TABLE factures AS
    SELECT range AS id, DATE '2025-01-15' + ((range % 24) * 30)::INTEGER AS le,
           CASE range % 4 WHEN 0 THEN 'annulée' ELSE 'payée' END AS statut,
           CASE range % 5 WHEN 0 THEN NULL WHEN 1 THEN 'L''Isle' ELSE 'c' || (range % 5) END AS client,
           (range * 7 % 101)::DOUBLE + 0.1 AS montant
    FROM range(523)`);
}, 30_000);
afterAll(() => engine.terminate());

const plain = (sql: string): string => sql;
const rowsOf = async (sql: string) => {
  const found = await runAllRows(engine, sql, plain);
  if ("reason" in found) throw new Error(found.reason);
  return found;
};
const count = async (where: string) =>
  Number((await engine.run(`SELECT count(*) AS n FROM factures WHERE ${where}`))[0]?.["n"]);

it.each([
  [
    "a year of months, not cancelled",
    "SELECT date_trunc('month', le) AS mois, sum(montant) AS ca FROM factures WHERE le >= DATE '2025-10-01' AND statut <> 'annulée' GROUP BY 1 ORDER BY 1",
    "le >= DATE '2025-10-01' AND statut <> 'annulée'",
  ],
  [
    "one figure",
    "SELECT sum(montant) AS ca FROM factures WHERE statut = 'payée'",
    "statut = 'payée'",
  ],
  [
    "the first groups alone, one of them empty",
    "SELECT client, count(*) AS n FROM factures WHERE id < 100 GROUP BY 1 ORDER BY client NULLS FIRST LIMIT 2",
    "id < 100 AND (client IS NULL OR client = 'L''Isle')",
  ],
  [
    "the groups that HAVING leaves",
    "SELECT client, statut, sum(montant) AS ca FROM factures GROUP BY ALL HAVING client = 'c2'",
    "client = 'c2'",
  ],
  [
    "a share beside its figure",
    "SELECT client, sum(montant) AS ca, sum(montant) / sum(sum(montant)) OVER () AS part FROM factures WHERE id < 50 GROUP BY 1",
    "id < 50",
  ],
  [
    "figures that choose theirs, of each",
    `SELECT sum(montant) FILTER (WHERE le >= DATE '2026-06-01') AS ca,
       coalesce(count(*) FILTER (statut = 'annulée' AND id < 60), 0) AS n FROM factures WHERE id < 100`,
    "id < 100 AND (le >= DATE '2026-06-01' OR (statut = 'annulée' AND id < 60))",
  ],
  [
    "groups of which one has none of its own",
    "SELECT client, count(*) FILTER (WHERE client = 'c2') AS n, max(id) FILTER (WHERE client = 'c2') AS dernière FROM factures GROUP BY 1",
    "client = 'c2'",
  ],
  [
    "a figure that chooses beside one that does not",
    "SELECT client, sum(montant) FILTER (WHERE statut = 'payée') AS ca, count(*) AS n FROM factures WHERE id < 80 GROUP BY 1",
    "id < 80",
  ],
  ["a list of rows", "SELECT id, client FROM factures WHERE id < 7", "id < 7"],
])("has the rows of %s, and no other", async (_, sql, where) => {
  const found = await rowsOf(sql);
  expect(found.total).toBe(await count(where));
  const { rows } = await drillPage(engine, found.sql, 0, 1_000);
  expect(rows).toHaveLength(found.total);
});

it.each([
  ["SELECT sum(CASE WHEN statut = 'payée' THEN montant ELSE 0 END) AS ca FROM factures", true],
  ["SELECT count_if(id < 9) AS n FROM factures", true],
  [
    "SELECT CASE WHEN count(*) = 0 THEN 0 ELSE sum(montant) / count(*) END AS m FROM factures",
    false,
  ],
  ["SELECT sum(CASE WHEN id < 9 THEN montant END) / count(*) AS m FROM factures", false],
  [
    "WITH f AS (SELECT CASE WHEN id < 9 THEN montant END AS m, client FROM factures) SELECT sum(m) AS ca FROM f",
    true,
  ],
  [
    "WITH f AS (SELECT CASE WHEN id < 9 THEN 'a' END AS m, montant FROM factures) SELECT m, sum(montant) AS ca FROM f GROUP BY 1",
    false,
  ],
])("%s: whether rows may count for nothing is %s", async (sql, unsure) => {
  expect((await rowsOf(sql)).unsure ?? false).toBe(unsure);
});

it("says what the rows give together", async () => {
  const { figures, total } = await rowsOf(
    "SELECT statut, sum(montant) AS ca, count(*) AS n FROM factures WHERE id < 100 GROUP BY 1",
  );
  const [sum] = await engine.run("SELECT sum(montant) AS ca FROM factures WHERE id < 100");
  expect(total).toBe(100);
  expect(figures.map(({ name }) => name)).toEqual(["ca", "n"]);
  expect(figures[0]?.value).toBeCloseTo(Number(sum?.["ca"]), 6);
  expect(figures[1]?.value).toBe(100);
});

it("is narrowed as the question is, and keeps the question's own WHERE", async () => {
  const table = { name: "factures", columns: [{ name: "le", kind: "date" as const }] };
  const span = { column: "le", from: Date.UTC(2025, 1, 1), below: Date.UTC(2025, 6, 1) };
  const narrow = (sql: string) => narrowed(sql, [table], [span]);
  const found = await runAllRows(
    engine,
    "SELECT date_trunc('month', le) AS mois, count(*) AS n FROM factures WHERE statut <> 'annulée' GROUP BY 1",
    narrow,
  );
  const expected = await count(
    "statut <> 'annulée' AND le BETWEEN DATE '2025-02-01' AND DATE '2025-06-30'",
  );
  expect(found).toMatchObject({ total: expected, figures: [{ name: "n", value: expected }] });
});

it.each([
  ["SELECT client, sum(montant) AS ca FROM factures GROUP BY client, statut", "differs"],
  ["SELECT DISTINCT client FROM factures", "distinct"],
  ["SELECT client FROM factures UNION SELECT statut FROM factures", "set"],
  ["SELECT ca FROM (SELECT sum(montant) AS ca FROM factures GROUP BY client)", "derived"],
  ["SELECT client, sum(montant) AS ca FROM factures GROUP BY ROLLUP (client)", "grouping"],
  ["SELECT sum(montant) AS ca, ca * 2 AS double FROM factures", "refused"],
  ["SELECT nothing FROM factures", "refused"],
])("%s: %s, rather than other rows", async (sql, reason) => {
  expect(await runAllRows(engine, sql, plain)).toEqual({ reason });
});
