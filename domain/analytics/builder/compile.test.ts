import { describe, expect, it } from "vitest";
import { checkQuery, type QuerySchema } from "./check.ts";
import { compileQuery, uniqueNames } from "./compile.ts";
import { BuiltQuery, emptyQuery } from "./model.ts";
import { presetDays } from "./presets.ts";

const SCHEMA: QuerySchema = [
  {
    table: "ventes",
    columns: [
      { name: "le", kind: "date" },
      { name: "agence", kind: "text" },
      { name: "montant", kind: "number" },
      { name: "client", kind: "integer" },
    ],
  },
  {
    table: "clients",
    columns: [
      { name: "no", kind: "text" },
      { name: "ville", kind: "text" },
    ],
  },
];
const TODAY = "2026-11-24";
const ventes = (column: string) => ({ table: "ventes", column });
const query = (rest: Partial<BuiltQuery>): BuiltQuery =>
  BuiltQuery.parse({ ...emptyQuery("ventes"), ...rest });
const sum = { fn: "sum" as const, column: ventes("montant"), label: "montant" };

describe("the SQL of a built query", () => {
  it("is all rows at first", () => {
    expect(compileQuery(query({}), SCHEMA, TODAY)).toBe('SELECT *\nFROM "ventes"');
  });
  it("groups by month in order of time, and by name from the largest", () => {
    const monthly = query({
      filters: [{ type: "empty", column: ventes("le"), empty: false }],
      groups: [{ column: ventes("le"), part: "month" }],
      measures: [sum],
    });
    expect(compileQuery(monthly, SCHEMA, TODAY)).toBe(
      `SELECT date_trunc('month', "le")::DATE AS "le",\n       sum("montant") AS "montant"\nFROM "ventes"\nWHERE "le" IS NOT NULL\nGROUP BY 1\nORDER BY 1 NULLS LAST`,
    );
    const best = query({
      groups: [{ column: ventes("agence"), part: null }],
      measures: [sum],
      limit: 10,
    });
    expect(compileQuery(best, SCHEMA, TODAY)).toContain(
      "ORDER BY 2 DESC NULLS LAST, 1 NULLS LAST\nLIMIT 10",
    );
  });
  it("says its tables once there is a join, and joins a number with a text as text", () => {
    const joined = query({
      joins: [{ table: "clients", kind: "left", from: ventes("client"), to: "no" }],
      groups: [{ column: { table: "clients", column: "ville" }, part: null }],
      measures: [sum],
    });
    expect(compileQuery(joined, SCHEMA, TODAY)).toContain(
      `LEFT JOIN "clients" ON CAST("ventes"."client" AS VARCHAR) = CAST("clients"."no" AS VARCHAR)`,
    );
  });
  it("takes quotes in names and values as they are", () => {
    const odd = query({
      filters: [
        { type: "values", column: ventes("agence"), not: false, values: ["L'Isle", 'a"b; --'] },
      ],
    });
    expect(compileQuery(odd, SCHEMA, TODAY)).toContain(`IN ('L''Isle', 'a"b; --')`);
  });
});

const codes = (rest: Partial<BuiltQuery>): string[] =>
  checkQuery(query(rest), SCHEMA).map(({ code }) => code);

describe("checkQuery", () => {
  it("finds nothing wrong with what the engine takes", () => {
    expect(codes({ groups: [{ column: ventes("le"), part: "week" }], measures: [sum] })).toEqual(
      [],
    );
  });
  it("names what a newer file no longer has, and what does not fit", () => {
    expect(codes({ groups: [{ column: ventes("gone"), part: null }] })).toEqual(["column.unknown"]);
    expect(codes({ measures: [{ ...sum, column: ventes("agence") }] })).toEqual(["kind.wrong"]);
    expect(codes({ groups: [{ column: ventes("le"), part: "hour" }] })).toEqual(["kind.wrong"]);
    expect(
      codes({ groups: [{ column: { table: "clients", column: "ville" }, part: null }] }),
    ).toEqual(["column.unknown"]);
    expect(codes({ measures: [{ fn: "sum", column: null, label: "x" }] })).toEqual([
      "measure.missing",
    ]);
    expect(codes({ having: [{ at: 2, op: ">", value: 1 }] })).toEqual(["place.unknown"]);
    expect(
      codes({ joins: [{ table: "clients", kind: "inner", from: ventes("client"), to: "gone" }] }),
    ).toEqual(["column.unknown"]);
  });
});

it("gives no name twice, whatever its case", () => {
  expect(uniqueNames(["a", "A", "a"])).toEqual(["a", "A_2", "a_3"]);
});

it("knows the days of its presets, over the ends of months and years", () => {
  expect(presetDays("lastMonth", "2026-03-31")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(presetDays("lastQuarter", "2026-02-10")).toEqual({ from: "2025-10-01", to: "2025-12-31" });
  expect(presetDays("last7", "2026-01-03")).toEqual({ from: "2025-12-28", to: "2026-01-03" });
  expect(presetDays("thisYear", TODAY)).toEqual({ from: "2026-01-01", to: "2026-12-31" });
});
