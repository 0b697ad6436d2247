import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChartPoint } from "#domain/analytics/chart/point.ts";
import { AGGREGATES } from "#domain/analytics/drill/aggregates.ts";
import { sameFigure } from "#domain/analytics/drill/drill-query.ts";
import type { Engine } from "#web/features/analytics/engine/engine.ts";
import { runRead } from "#web/features/analytics/engine/read.ts";
import { nodeEngine } from "#web/features/analytics/testing/node-engine.ts";
import { drillPage, runDrill } from "./run-drill.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
  await engine.run(`CREATE TABLE ventes AS
    SELECT range AS id, DATE '2026-01-15' + ((range % 10) * 30)::INTEGER AS le,
           TIMESTAMP '2026-01-15 08:00:00.123456' + INTERVAL (range) HOUR AS vu,
           CASE range % 5 WHEN 0 THEN 'Lyon' WHEN 1 THEN 'Grenoble' WHEN 2 THEN 'L''Isle' WHEN 3 THEN NULL ELSE 'Annecy' END AS agence,
           range % 3 = 0 AS avoir, (range * 7 % 101)::DECIMAL(10, 2) + 0.1 AS montant, range % 7 AS client, 2020 + range % 4 AS annee
    FROM range(1000)`);
  await engine.run(
    "CREATE TABLE clients AS SELECT range AS client, 'c' || range AS nom FROM range(7)",
  );
}, 30_000);
afterAll(() => engine.terminate());

/** Asks the question, takes each of its rows as a point, and says what its drill finds. */
async function everyPoint(sql: string, by: readonly string[], measure: string) {
  const result = await runRead(engine, sql, { limit: 500 });
  const place = (name: string): number => result.columns.findIndex((one) => one.name === name);
  return Promise.all(
    result.rows.map(async (row) => {
      const figure = row[place(measure)];
      const point: ChartPoint = {
        conditions: by.map((column) => ({ column, value: row[place(column)] ?? null })),
        measure,
        figure: typeof figure === "number" ? figure : null,
        label: "",
      };
      return { figure, drilled: await runDrill(engine, { sql, columns: result.columns }, point) };
    }),
  );
}

const SUM = "sum(montant) AS ca";
describe("the rows of every point give its figure", () => {
  it.each<[string, string[]]>([
    [`SELECT agence, ${SUM} FROM ventes GROUP BY agence`, ["agence"]],
    [`SELECT agence, ${SUM} FROM ventes GROUP BY 1 ORDER BY 2 DESC LIMIT 3;`, ["agence"]],
    [`SELECT agence AS "l'agence", ${SUM} FROM ventes GROUP BY ALL`, ["l'agence"]],
    [
      `select agence bureau, ${SUM} from ventes group by bureau having sum(montant) > 0`,
      ["bureau"],
    ],
    [
      `SELECT date_trunc('month', le)::DATE AS le, ${SUM} FROM ventes WHERE le IS NOT NULL GROUP BY 1`,
      ["le"],
    ],
    [
      `SELECT date_trunc('month', le)::DATE mois, agence, ${SUM} FROM ventes GROUP BY 1, 2`,
      ["mois", "agence"],
    ],
    [`SELECT date_trunc('day', vu) AS jour, ${SUM} FROM ventes GROUP BY ALL`, ["jour"]],
    [`SELECT vu, ${SUM} FROM ventes WHERE id < 20 GROUP BY vu`, ["vu"]],
    [`SELECT year(le) AS an, avoir, ${SUM} FROM ventes GROUP BY ALL`, ["an", "avoir"]],
    [
      `SELECT CASE WHEN montant > 50 THEN 'gros' ELSE 'petit' END AS taille, ${SUM} FROM ventes GROUP BY ALL`,
      ["taille"],
    ],
    [
      `SELECT CASE WHEN avoir THEN 1 ELSE 2 END, ${SUM} FROM ventes GROUP BY 1`,
      ["CASE  WHEN (avoir) THEN (1) ELSE 2 END"],
    ],
    [`SELECT montant, ${SUM} FROM ventes GROUP BY montant`, ["montant"]],
    [`SELECT montant::DOUBLE / 3 AS tiers, ${SUM} FROM ventes GROUP BY 1`, ["tiers"]],
    [`SELECT c.nom, ${SUM} FROM ventes v JOIN clients c USING (client) GROUP BY c.nom`, ["nom"]],
    [
      `SELECT nom, ${SUM} FROM ventes AS v LEFT JOIN clients AS c ON v.client = c.client AND c.client < 3 GROUP BY nom`,
      ["nom"],
    ],
    [`SELECT agence, ${SUM} FROM ventes WHERE avoir OR client = 2 GROUP BY agence`, ["agence"]],
    [
      `SELECT agence, ${SUM} FROM ventes WHERE avoir -- seulement les avoirs\nGROUP BY agence`,
      ["agence"],
    ],
    [
      `SELECT agence, ${SUM} FROM ventes WHERE agence IS DISTINCT FROM 'Lyon' GROUP BY agence`,
      ["agence"],
    ],
    [
      `SELECT agence IS DISTINCT FROM 'Lyon' AS ailleurs, ${SUM} FROM ventes GROUP BY 1`,
      ["ailleurs"],
    ],
    [
      `SELECT agence, ${SUM} FROM (SELECT * FROM ventes WHERE client < 4) AS v GROUP BY agence`,
      ["agence"],
    ],
    [
      `WITH v AS (SELECT * FROM ventes WHERE client > 2) SELECT agence, ${SUM} FROM v GROUP BY agence`,
      ["agence"],
    ],
    [
      `WITH a AS MATERIALIZED (SELECT 1 AS n), v AS (SELECT * FROM ventes, a)\nSELECT agence, ${SUM} FROM v GROUP BY agence`,
      ["agence"],
    ],
    [`SELECT agence, round(sum(montant), 1) AS ca FROM ventes GROUP BY agence`, ["agence"]],
    [`SELECT agence, avg(montant) AS ca FROM ventes GROUP BY agence`, ["agence"]],
    [`SELECT agence, count(DISTINCT client) AS ca FROM ventes GROUP BY agence`, ["agence"]],
    [
      `SELECT agence, count(*) AS ca, count(*) * 1.0 / sum(count(*)) OVER () AS part FROM ventes GROUP BY agence`,
      ["agence"],
    ],
    [
      `SELECT agence, sum(montant) FILTER (WHERE avoir) AS ca FROM ventes GROUP BY agence`,
      ["agence"],
    ],
    [`SELECT agence, max(montant) - min(montant) ca FROM ventes GROUP BY agence`, ["agence"]],
    [`SELECT agence || ' ' || annee AS bureau, ${SUM} FROM ventes GROUP BY 1`, ["bureau"]],
    [`SELECT [agence, 'x'] AS liste, ${SUM} FROM ventes GROUP BY 1`, []],
    [
      `SELECT "agence", sum("montant") "ca" FROM "ventes" GROUP BY "agence" QUALIFY row_number() OVER (ORDER BY sum(montant)) <= 2`,
      ["agence"],
    ],
    [`SELECT bureau: agence, ca: sum(montant) FROM ventes GROUP BY ALL`, ["bureau"]],
    [`SELECT sum(montant) AS ca FROM ventes WHERE avoir`, []],
    [`SELECT 'a, b)' AS texte, ${SUM} FROM ventes GROUP BY 1`, ["texte"]],
    [`SELECT extract(year FROM le) AS an, ${SUM} FROM ventes GROUP BY 1`, ["an"]],
    [
      `SELECT quarter(le) AS t, ${SUM} FROM ventes WHERE le BETWEEN DATE '2026-02-01' AND DATE '2026-09-30' GROUP BY t ORDER BY t`,
      ["t"],
    ],
  ])("%s", async (sql, by) => {
    const points = await everyPoint(sql, by, "ca");
    expect(points.length).toBeGreaterThan(0);
    if (sql.includes("[agence")) return;
    for (const { figure, drilled } of points) {
      if (figure === null) continue;
      expect(drilled).toHaveProperty("sql");
      if ("reason" in drilled) continue;
      const rows = await drillPage(engine, drilled.sql, 0, 5_000);
      expect(rows.rows.length).toBe(drilled.total);
      if (!/^\s*select.*?sum\(montant\) as ca/is.test(sql) || /\bfilter\b/i.test(sql)) continue;
      const at = rows.columns.findIndex(({ name }) => name === "montant");
      const sum = rows.rows.reduce((all, row) => all + Number(row[at]), 0);
      expect(sameFigure(sum, Number(figure))).toBe(true);
    }
  });
});

describe("a point without rows of its own says why", () => {
  it.each<[string, string[], string]>([
    ["FROM ventes SELECT agence, sum(montant) AS ca GROUP BY ALL", ["agence"], "not-select"],
    [
      "SELECT agence, sum(montant) AS ca FROM ventes GROUP BY 1 UNION ALL SELECT 'x', 1",
      ["agence"],
      "set",
    ],
    ["SELECT 1 AS ca, 2 AS agence", ["agence"], "no-from"],
    ["SELECT DISTINCT agence, client AS ca FROM ventes", ["agence"], "distinct"],
    [
      "SELECT agence, sum(montant) AS ca FROM ventes GROUP BY ROLLUP (agence)",
      ["agence"],
      "grouping",
    ],
    [
      "SELECT agence, sum(montant) AS ca FROM ventes TABLESAMPLE 100% GROUP BY 1",
      ["agence"],
      "limit",
    ],
    [
      "SELECT agence, sum(sum(montant)) OVER (ORDER BY agence) AS ca FROM ventes GROUP BY agence",
      ["agence"],
      "window",
    ],
    [
      "WITH m AS (SELECT agence, sum(montant) AS ca FROM ventes GROUP BY 1) SELECT * FROM m",
      ["agence"],
      "derived",
    ],
    [
      "SELECT agence, ca FROM (SELECT agence, sum(montant) AS ca FROM ventes GROUP BY 1)",
      ["agence"],
      "derived",
    ],
    [
      "SELECT max(montant) AS haut, sum(montant) AS ca, agence FROM ventes GROUP BY agence",
      ["haut"],
      "computed",
    ],
    [
      "SELECT agence, sum(montant) AS ca FROM ventes GROUP BY agence, client",
      ["agence"],
      "differs",
    ],
    [
      "SELECT agence AS a, a || '!' AS b, sum(montant) AS ca FROM ventes GROUP BY ALL",
      ["b"],
      "refused",
    ],
  ])("%s", async (sql, by, reason) => {
    const [first] = await everyPoint(sql, by, "ca");
    expect(first?.drilled).toEqual({ reason });
  });
});

it("finds the rows of a bar of a histogram, of the rest of the groups, and of a dot", async () => {
  const rows = {
    sql: "SELECT montant, client FROM ventes",
    columns: [
      { name: "montant", kind: "number" },
      { name: "client", kind: "integer" },
    ] as const,
  };
  const expected = await engine.run(
    "SELECT count(*) AS n FROM ventes WHERE montant >= 10 AND montant < 20",
  );
  const bar = {
    conditions: [{ column: "montant", from: 10, to: 20, last: false }],
    measure: null,
    figure: Number(expected[0]?.["n"]),
    label: "",
  };
  expect(await runDrill(engine, { ...rows, columns: [...rows.columns] }, bar)).toMatchObject({
    total: bar.figure,
  });
  expect(
    await runDrill(engine, { ...rows, columns: [...rows.columns] }, { ...bar, figure: 1 }),
  ).toEqual({ reason: "differs" });

  const groups = {
    sql: "SELECT agence, sum(montant) AS ca FROM ventes GROUP BY 1",
    columns: [
      { name: "agence", kind: "text" as const },
      { name: "ca", kind: "number" as const },
    ],
  };
  const rest = await engine.run(
    "SELECT sum(montant) AS ca, count(*) AS n FROM ventes WHERE agence IS NULL OR agence NOT IN ('Lyon', 'Annecy')",
  );
  const others = {
    conditions: [{ column: "agence", except: ["Lyon", "Annecy"] }],
    measure: "ca",
    figure: Number(rest[0]?.["ca"]),
    label: "",
  };
  expect(await runDrill(engine, groups, others)).toMatchObject({ total: Number(rest[0]?.["n"]) });

  const dot = {
    conditions: [
      { column: "montant", value: 0.1 },
      { column: "client", value: 0 },
    ],
    measure: "client",
    figure: 0,
    label: "",
  };
  const found = await runDrill(engine, { ...rows, columns: [...rows.columns] }, dot);
  expect("total" in found && found.total).toBeGreaterThan(0);
});

it("takes a value for a value, whatever it says", async () => {
  const groups = {
    sql: "SELECT agence, count(*) AS n FROM ventes GROUP BY 1",
    columns: [
      { name: "agence", kind: "text" as const },
      { name: "n", kind: "integer" as const },
    ],
  };
  const evil = {
    conditions: [{ column: "agence", value: "' OR 1=1 --" }],
    measure: "n",
    figure: 0,
    label: "",
  };
  expect(await runDrill(engine, groups, evil)).toMatchObject({ total: 0 });
});

it("knows every aggregate of this engine", async () => {
  const found = await engine.run(
    "SELECT DISTINCT function_name AS name FROM duckdb_functions() WHERE function_type = 'aggregate'",
  );
  const names = found.map(({ name }) => String(name)).filter((name) => /^[a-z_]+$/.test(name));
  expect(names.filter((name) => !AGGREGATES.has(name)).toSorted()).toEqual([]);
});
