import { describe, expect, it, test } from "vitest";
import { conditionSql } from "./condition.ts";
import { dimensionOf, picked } from "./dimension.ts";
import { narrowed, tablesIn, type Table } from "./narrow.ts";

const sales: Table = {
  name: "ventes",
  columns: [
    { name: "Agence", kind: "text" },
    { name: "date", kind: "date" },
    { name: "montant", kind: "number" },
  ],
};
const clients: Table = { name: "clients", columns: [{ name: "nom", kind: "text" }] };
const month = (text: string) => Date.parse(text);

describe("a narrowed query", () => {
  it("shadows the tables that have the column, and leaves the text as it is", () => {
    const sql = "SELECT agence, sum(montant) FROM ventes JOIN clients USING (id) GROUP BY 1;";
    expect(narrowed(sql, [sales, clients], [{ column: "agence", values: ["Lyon"] }])).toBe(
      `WITH "ventes" AS NOT MATERIALIZED (SELECT * FROM "main"."ventes" WHERE ("Agence" IN ('Lyon')))
SELECT * FROM (
SELECT agence, sum(montant) FROM ventes JOIN clients USING (id) GROUP BY 1
)`,
    );
  });

  it("is the text itself where no table has the column", () => {
    expect(narrowed("SELECT 1", [clients], [{ column: "agence", values: ["Lyon"] }])).toBe(
      "SELECT 1",
    );
  });
});

const named = (sql: string) => tablesIn(sql, [sales, clients]).map(({ name }) => name);

test("tables are found by whole words", () => {
  expect(named('FROM "Ventes" v')).toEqual(["ventes"]);
  expect(named("FROM ventes_2025, mes_clients")).toEqual([]);
});

test.each([
  [{ column: "a", values: ["L'Isle", null] }, "text", `("a" IN ('L''Isle') OR "a" IS NULL)`],
  [{ column: "a", values: [1.5, "x"] }, "number", '("a" IN (1.5))'],
  [{ column: "a", values: ["1 OR TRUE"] }, "integer", "FALSE"],
  [{ column: "a", values: [true] }, "boolean", '("a" IN (TRUE))'],
  [{ column: "a", values: [] }, "text", "FALSE"],
  [{ column: "a", from: 0, below: null }, "date", `("a" >= DATE '1970-01-01')`],
  [
    { column: "a", from: 0, below: 1500 },
    "timestamp",
    `("a" >= TIMESTAMP '1970-01-01 00:00:00.000' AND "a" < TIMESTAMP '1970-01-01 00:00:01.500')`,
  ],
  [{ column: "a", from: null, below: null }, "number", "TRUE"],
  [{ column: "a", from: 1, below: 2 }, "text", "TRUE"],
  [{ column: "a", from: Number.NaN, below: null }, "number", "FALSE"],
] as const)("%j on a column of %s is %s", (condition, kind, sql) => {
  expect(conditionSql(condition, kind)).toBe(sql);
});

describe("where a column of a result comes from", () => {
  it.each([
    ["SELECT agence, sum(montant) AS ca FROM ventes GROUP BY 1", "agence", "Agence", null],
    ["SELECT v.agence AS lieu, 1 FROM ventes v", "lieu", "Agence", null],
    ["SELECT date_trunc('month', date)::DATE AS mois, 1 FROM ventes", "mois", "date", "month"],
    ["SELECT date, 1 FROM ventes", "date", "date", "day"],
    [`SELECT 1, DATE_TRUNC('year', v."date") AS "date" FROM ventes v`, "date", "date", "year"],
  ])("of %s: %s is %s", (sql, column, source, step) => {
    expect(dimensionOf(sql, column, [sales])).toEqual({ column: source, step });
  });

  it.each([
    ["SELECT sum(montant) AS montant FROM ventes", "montant"],
    ["SELECT upper(agence) AS lieu FROM ventes", "lieu"],
    ["SELECT date_trunc('hour', date) AS h FROM ventes", "h"],
    ["SELECT 1 AS x", "y"],
  ])("of %s: %s can't be told", (sql, column) => {
    expect(dimensionOf(sql, column, [sales])).toBeNull();
  });
});

test("a month stands for its days, several for all between", () => {
  const by = { column: "date", step: "month" } as const;
  expect(picked(by, { values: [month("2026-12-01")] })).toEqual({
    column: "date",
    from: month("2026-12-01"),
    below: month("2027-01-01"),
  });
  expect(picked(by, { from: month("2026-06-01"), to: month("2026-10-01") })).toEqual({
    column: "date",
    from: month("2026-06-01"),
    below: month("2026-11-01"),
    step: "month",
  });
});
