import { expect, test } from "vitest";
import { bindParameters } from "./bind.ts";
import { daysOf } from "./period.ts";
import type { Parameter } from "./parameters.ts";

const TODAY = "2026-11-22";
const parameters: Parameter[] = [
  { kind: "period", name: "period", label: "P", column: "date", initial: { preset: "this_year" } },
  { kind: "category", name: "family", label: "F", column: "famille", initial: [] },
  { kind: "range", name: "price", label: "R", column: "prix", initial: { from: 10, to: null } },
  {
    kind: "choice",
    name: "measure",
    label: "M",
    options: [
      { label: "HT", column: "montant HT" },
      { label: "TTC", column: "ttc" },
    ],
    initial: "montant HT",
  },
];
const bind = (sql: string, chosen = {}) => bindParameters(sql, parameters, chosen, TODAY).sql;

test("puts days, conditions and columns in", () => {
  expect(bind("d BETWEEN {{period.from}} AND {{ period.to }}")).toBe(
    "d BETWEEN DATE '2026-01-01' AND DATE '2026-12-31'",
  );
  expect(bind("WHERE {{period}} AND {{family}}")).toBe(
    `WHERE ("date" >= DATE '2026-01-01' AND "date" < DATE '2027-01-01') AND TRUE`,
  );
  expect(bind("WHERE {{family}}", { family: ["L'été", "b"] })).toBe(
    `WHERE ("famille" IN ('L''été', 'b'))`,
  );
  expect(bind("WHERE {{price}}")).toBe(`WHERE ("prix" >= 10)`);
  expect(bind("WHERE {{price}}", { price: { from: null, to: 2.5 } })).toBe(`WHERE ("prix" <= 2.5)`);
  expect(bind("{{price.from}} {{price.to}}")).toBe("10 'infinity'::DOUBLE");
  expect(bind("{{price}}", { price: { from: "1 OR TRUE", to: null } })).toBe(`("prix" >= 10)`);
  expect(bind("{{price}}", { price: { from: 3, to: 1 } })).toBe(`("prix" >= 10)`);
  expect(bind("sum({{measure}})")).toBe('sum("montant HT")');
  expect(bind("sum({{measure}})", { measure: "ttc" })).toBe('sum("ttc")');
});

test.each([
  ["a column that is no option", "{{measure}}", { measure: 'x"; DROP TABLE t' }, '"montant HT"'],
  [
    "a value that closes its quotes",
    "{{family}}",
    { family: ["'); --"] },
    `("famille" IN ('''); --'))`,
  ],
  ["an open period", "{{period.from}}", { period: { from: null, to: null } }, "DATE '0001-01-01'"],
  ["a value of another kind", "{{period.to}}", { period: ["x"] }, "DATE '2026-12-31'"],
])("is safe from %s", (_name, sql, chosen, text) => {
  expect(bind(sql, chosen)).toBe(text);
});

test.each([
  "SELECT '{{period.from}}'",
  `SELECT "{{measure}}"`,
  "SELECT 1 -- {{family}}",
  "SELECT /* {{family}} */ 1",
  "SELECT $$ {{family}} $$",
  "SELECT {{unknown}}, {{period.day}}, {{measure.from}}",
])("leaves %s as it is", (sql) => {
  const bound = bindParameters(sql, parameters, {}, TODAY);
  expect([bound.sql, bound.used.size]).toEqual([sql, 0]);
});

test("tells which parameters a text holds", () => {
  const { used } = bindParameters("{{period.to}} {{measure}}", parameters, {}, TODAY);
  expect([...used]).toEqual(["period", "measure"]);
});

test.each([
  ["this_month", "2026-11-01", "2026-11-30"],
  ["last_month", "2026-10-01", "2026-10-31"],
  ["this_quarter", "2026-10-01", "2026-12-31"],
  ["last_year", "2025-01-01", "2025-12-31"],
  ["last_12_months", "2025-12-01", "2026-11-30"],
  ["all", null, null],
] as const)("%s goes from %s to %s", (preset, from, to) => {
  expect(daysOf({ preset }, TODAY)).toEqual({ from, to });
});

test("the month before January is December of the year before", () => {
  expect(daysOf({ preset: "last_month" }, "2026-01-31")).toEqual({
    from: "2025-12-01",
    to: "2025-12-31",
  });
});
