import { describe, expect, it } from "vitest";
import { withGroupSize } from "./group-size.ts";

const TABLES = ["ventes", "clients", "Mes ventes"];
const of = (sql: string) => withGroupSize(sql, TABLES);
const why = (sql: string) => {
  const counted = of(sql);
  return "withheld" in counted ? counted.withheld : "counted";
};

describe("the size of groups", () => {
  it("is counted by the engine, in the very query of the model", () => {
    expect(of("SELECT agence, sum(montant) AS ca FROM ventes v GROUP BY 1;")).toEqual({
      sql: 'SELECT agence, sum(montant) AS ca, count(*) AS "aetheria_group_size" FROM ventes v GROUP BY 1',
      extremes: [],
      windows: false,
    });
  });

  it("is that of the smaller side of a join, which multiplies rows", () => {
    const counted = of(
      "SELECT c.ville, sum(v.montant) FROM ventes AS v LEFT JOIN clients c ON v.client = c.nom WHERE v.montant > 0 GROUP BY ALL",
    );
    expect(counted).toMatchObject({
      sql: expect.stringContaining('least(count(DISTINCT "v"), count(DISTINCT "c"))'),
    });
  });

  it.each([
    "SELECT count(*) FROM ventes",
    'SELECT sum("montant HT") FROM "Mes ventes"',
    "SELECT date_trunc('month', d) AS mois, sum(montant) FROM ventes GROUP BY ALL ORDER BY 1 LIMIT 12",
    "WITH m AS (SELECT date_trunc('month', d) AS mois, sum(montant) AS ca FROM ventes GROUP BY 1) SELECT avg(ca) FROM m",
    "SELECT agence, avg(x) FROM (SELECT agence, montant AS x FROM ventes WHERE montant > 5) GROUP BY 1",
    "SELECT agence, sum(montant) - lag(sum(montant)) OVER (ORDER BY agence) FROM ventes GROUP BY 1",
    "SELECT CASE WHEN montant > 1000 THEN 'grand' ELSE 'petit' END AS taille, count(*) FROM ventes GROUP BY 1",
    "SELECT agence, count(*) FROM ventes WHERE client IN (SELECT nom FROM clients) GROUP BY 1",
    "-- par agence\nSELECT agence /* lib */, round(sum(montant), 2) FROM ventes GROUP BY 1 -- fin",
  ])("is known for %s", (sql) => {
    expect(why(sql)).toBe("counted");
  });

  it.each([
    ["a join of everything", "SELECT c.nom, max(c.solde) FROM clients c, ventes v GROUP BY 1"],
    ["a cross join", "SELECT c.nom, max(c.solde) FROM clients c CROSS JOIN ventes v GROUP BY 1"],
    ["rows that are made up", "SELECT nom, max(solde) FROM clients, range(10) GROUP BY 1"],
    ["a table function", "SELECT max(x) FROM query('SELECT 1')"],
    ["a union with itself", "SELECT nom FROM clients UNION ALL SELECT nom FROM clients"],
    [
      "a union inside",
      "SELECT nom, count(*) FROM (SELECT nom FROM clients UNION ALL SELECT nom FROM clients) GROUP BY 1",
    ],
    [
      "a join inside",
      "WITH x AS (SELECT c.nom FROM clients c JOIN ventes v ON true) SELECT nom, count(*) FROM x GROUP BY 1",
    ],
    [
      "lists that are unfolded",
      "SELECT nom, count(*) FROM (SELECT nom, unnest([1,2,3,4,5]) FROM clients) GROUP BY 1",
    ],
    ["values in one text", "SELECT string_agg(nom, ',') FROM clients"],
    ["a list of values", "SELECT list(nom) FROM clients"],
    ["the name of the greatest", "SELECT arg_max(nom, solde) FROM clients"],
    ["any value", "SELECT any_value(nom) FROM clients"],
    ["a quoted call", 'SELECT "string_agg"(nom) FROM clients'],
    ["a subquery in the list", "SELECT (SELECT nom FROM clients LIMIT 1), count(*) FROM ventes"],
    ["another schema", "SELECT count(*) FROM information_schema.tables"],
    ["an unknown table", "SELECT count(*) FROM autre"],
    ["no table", "SELECT 1"],
    ["FROM first", "FROM ventes SELECT count(*)"],
    [
      "a window inside",
      "SELECT x, count(*) FROM (SELECT max(nom) OVER () AS x FROM clients) GROUP BY 1",
    ],
    ["a recursive query", "WITH RECURSIVE r AS (SELECT 1) SELECT count(*) FROM r"],
  ])("is not proven through %s", (_name, sql) => {
    expect(why(sql)).toBe("not-provable");
  });

  it.each([
    "SELECT agence, sum(CASE WHEN client = 'Dupont' THEN montant END) FROM ventes GROUP BY 1",
    "SELECT sum(montant) FILTER (WHERE client = 'Dupont') FROM ventes",
    "SELECT sum(montant * (client = 'Dupont')::int) FROM ventes",
    "SELECT sum(if(id = 4, montant, 0)) FROM ventes",
    "SELECT count(nullif(client, 'Dupont')) FROM ventes",
    "SELECT sum(s) FROM (SELECT CASE WHEN id = 4 THEN montant END AS s FROM ventes)",
    "WITH x AS (SELECT montant * (id = 4) AS s FROM ventes) SELECT sum(s) FROM x",
  ])("says that a condition could choose a single row: %s", (sql) => {
    expect(why(sql)).toBe("conditional");
  });

  it("tells where least and greatest values stand, which of text are somebody's", () => {
    expect(of("SELECT agence, count(*), max(client) FROM ventes GROUP BY 1")).toMatchObject({
      extremes: [2],
    });
  });
});
