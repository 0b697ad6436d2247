import { describe, expect, it } from "vitest";
import type { Condition } from "./condition.ts";
import { cubeOf } from "./cube.ts";
import type { Table } from "./narrow.ts";

// That what is answered is the same is shown on the real engine: web/features/dashboards/cubes.test.ts.
const sales: Table = {
  name: "ventes",
  columns: [
    { name: "agence", kind: "text" },
    { name: "jour", kind: "date" },
    { name: "vu", kind: "timestamp" },
    { name: "montant", kind: "number" },
  ],
};
const other: Table = { name: "agence", columns: [{ name: "nom", kind: "text" }] };
const brush: Condition = {
  column: "JOUR",
  from: Date.UTC(2026, 0),
  below: Date.UTC(2026, 3),
  step: "month",
};
const cube = (sql: string, by: Condition = brush, also: Condition[] = []) =>
  cubeOf(sql, [sales, other], [...also, by], by, "wsp_1");

/** The spans that a brush has. */
const spans = (by: Condition) =>
  /date_trunc\('(\w+)'/.exec(cube("SELECT count(*) FROM ventes", by)?.make ?? "")?.[1];

describe("a query taken apart", () => {
  it("adds up once by its groups and the spans, under what else narrows, and is asked of that", () => {
    const place: Condition = { column: "agence", values: ["Lyon"] };
    const sql =
      "SELECT agence AS lieu, sum(montant) AS ca FROM ventes GROUP BY 1 ORDER BY ca DESC LIMIT 10;";
    const found = cube(sql, brush, [place]);
    expect(found?.make)
      .toBe(`WITH "ventes" AS NOT MATERIALIZED (SELECT * FROM "wsp_1"."ventes" WHERE ("agence" IN ('Lyon')))
SELECT * FROM (
SELECT agence AS c0, sum(montant) AS c1, date_trunc('month', "jour")::DATE AS span FROM ventes WHERE "jour" IS NOT NULL GROUP BY 1, 3
)`);
    expect(found?.ask("spans").split("\n")).toEqual([
      "SELECT c0, sum(c1) FROM spans",
      "WHERE span >= epoch_ms(?::BIGINT)::DATE AND span < epoch_ms(?::BIGINT)::DATE",
      "GROUP BY c0",
      "",
      "ORDER BY 2 desc",
      "LIMIT 10",
    ]);
    expect(found?.ends).toEqual([Date.UTC(2026, 0), Date.UTC(2026, 3)]);
  });

  it("is the same for each step of a brush, and another under another filter", () => {
    const sql = "SELECT count(*) AS n FROM ventes";
    const next = { ...brush, below: Date.UTC(2026, 5) };
    expect(cube(sql, next)?.key).toBe(cube(sql)?.key);
    expect(cube(sql, brush, [{ column: "agence", values: ["Lyon"] }])?.key).not.toBe(
      cube(sql)?.key,
    );
    expect(cube(`${sql} WHERE agence = 'Lyon'`)?.key).not.toBe(cube(sql)?.key);
  });

  it("has spans of the brush's step, or days where its ends are no such beginnings", () => {
    expect(spans({ ...brush, step: "quarter" })).toBe("quarter");
    expect(spans({ ...brush, step: "year" })).toBe("day");
    expect(spans({ ...brush, step: null })).toBe("day");
    expect(spans({ ...brush, column: "vu", from: Date.UTC(2026, 0, 1, 8) })).toBeUndefined();
    expect(spans({ ...brush, below: null })).toBeUndefined();
  });
});

describe("is asked as it is", () => {
  it.each([
    "SELECT median(montant) FROM ventes",
    "SELECT count(DISTINCT agence) FROM ventes",
    "SELECT DISTINCT agence FROM ventes",
    "SELECT agence, sum(montant) OVER () FROM ventes",
    "SELECT * FROM ventes",
    "SELECT agence, montant FROM ventes",
    "SELECT sum(montant) FROM ventes JOIN clients USING (id)",
    "SELECT sum(montant) FROM ventes, ventes v",
    "SELECT sum(montant) FROM (SELECT * FROM ventes)",
    "WITH v AS (SELECT * FROM ventes) SELECT sum(montant) FROM v",
    "SELECT sum(montant) FROM ventes UNION ALL SELECT 1",
    "SELECT sum(montant) FROM ventes WHERE agence IN (SELECT nom FROM agence)",
    "SELECT sum(montant * random()) FROM ventes",
    "SELECT sum(montant) FROM ventes WHERE jour < current_date",
    "SELECT sum(montant) / (SELECT 2) FROM ventes",
    "SELECT sum(montant) AS a, a * 2 FROM ventes",
    "SELECT agence, sum(montant) FROM ventes GROUP BY ROLLUP (agence)",
    "SELECT agence, sum(montant) FROM ventes GROUP BY GROUPING SETS ((agence), ())",
    "SELECT upper(agence), sum(montant) FROM ventes GROUP BY agence",
    "SELECT agence, string_agg(agence, ',' ORDER BY montant) FROM ventes GROUP BY 1",
    "SELECT agence, sum(montant) FROM ventes GROUP BY 1 ORDER BY median(montant)",
    "SELECT agence, sum(montant) FROM ventes GROUP BY 1 LIMIT 10 PERCENT",
    "SELECT agence, sum(montant) FROM ventes GROUP BY 1 QUALIFY row_number() OVER () = 1",
    "SELECT sum(montant) FROM ventes USING SAMPLE 10",
    "SELECT sum(montant) FROM ventes HAVING sum(montant) > 1",
    "SELECT sum(montant) FROM ventes WHERE montant > ?",
    "FROM ventes SELECT sum(montant)",
    "SELECT sum(inconnu) FROM ventes",
    "SELECT first(montant) FROM ventes",
    "SELECT sum(montant) FROM autre.ventes",
    "SELECT agence, sum(montant) FROM ventes GROUP BY 7",
    "SELECT sum(COLUMNS(*)) FROM ventes",
    "",
  ])("%s", (sql) => {
    expect(cube(sql)).toBeNull();
  });

  it("where the brush is a choice of values, or on no column of time", () => {
    const sql = "SELECT sum(montant) FROM ventes";
    expect(cube(sql, { column: "jour", values: [1] })).toBeNull();
    expect(cube(sql, { ...brush, column: "montant" })).toBeNull();
    expect(cube(sql, { ...brush, column: "ailleurs" })).toBeNull();
  });
});
