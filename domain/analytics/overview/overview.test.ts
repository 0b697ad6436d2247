import { describe, expect, it } from "vitest";
import { fr } from "#domain/i18n/fr/index.ts";
import { findingOf } from "./findings.ts";
import { covered, nextPeriod } from "./period.ts";
import { overviewPlan } from "./plan.ts";
import { roundStep } from "./spread.ts";
import { columnOf as column } from "./testing-column.ts";
import { trendOf } from "./trend.ts";

const NAMES = fr.analyticsOverview.names;
const month = (at: number): number => Date.UTC(2026, at, 1);
const sales = [
  column("no_facture", "text", { distinct: 100 }),
  column("facture_le", "date", { min: month(0), max: Date.UTC(2026, 9, 30) }),
  column("agence", "text", { distinct: 4 }),
  column("montant_ht", "number", { min: 1, max: 900 }),
  column("avoir", "boolean", { distinct: 2 }),
];

describe("overviewPlan", () => {
  it("asks for trends, tops, spreads, figures, gaps and keys of what is there", () => {
    const kinds = overviewPlan("ventes", sales, 100, NAMES).map(({ kind }) => kind);
    expect(kinds).toEqual([
      "trend",
      "trend",
      "top",
      "spread",
      "figures",
      "flags",
      "missing",
      "keys",
    ]);
  });
  it("looks for doubles where no column tells rows apart, and asks nothing of an empty table", () => {
    const loose = overviewPlan("t", [column("ville", "text", { distinct: 9 })], 100, NAMES);
    expect(loose.map(({ kind }) => kind)).toEqual(["top", "missing", "doubles"]);
    expect(overviewPlan("t", sales, 0, NAMES)).toEqual([]);
  });
  it("lists a few rates, draws steps as bars, and writes charts in the unit of what they add up", () => {
    const rate = column("Part", "number", { distinct: 3, min: 0, max: 20, unit: "%" });
    const wages = column("montant_ht", "number", { distinct: 300, min: 1, max: 900, unit: "€" });
    const time = column("facture_le", "date", { min: month(0), max: month(9) });
    const plan = overviewPlan("t", [time, wages, rate], 400, NAMES);
    expect(plan.find(({ id }) => id === "top.Part")).toMatchObject({ kind: "top", measure: null });
    expect(plan.find(({ id }) => id === "spread.montant_ht")?.chart).toMatchObject({
      type: "bar",
      sort: "data",
    });
    expect(plan[0]?.chart).toMatchObject({ format: { style: "currency", currency: "EUR" } });
  });
  it("gives no shares of sums with losses in them", () => {
    const plan = overviewPlan(
      "t",
      [column("a", "text", { distinct: 3 }), column("solde", "number", { min: -5 })],
      100,
      NAMES,
    );
    expect(plan.find(({ kind }) => kind === "top")).toMatchObject({ shares: false });
  });
});

describe("trendOf", () => {
  const part = { time: "facture_le", period: "month" as const };
  it("compares both halves of the whole periods and leaves a month that has just begun out", () => {
    const profiles = [column("facture_le", "date", { min: month(0), max: Date.UTC(2026, 4, 3) })];
    const rows = [100, 100, 200, 200, 4].map((value, at) => [month(at), value]);
    expect(trendOf(part, rows, profiles)).toMatchObject({
      before: 100,
      after: 200,
      change: 10_000,
      gaps: 0,
      partial: "last",
      peak: { at: month(2), value: 200 },
    });
  });
  it("leaves the month of today and those ahead out, where the data reach into the future", () => {
    const profiles = [column("facture_le", "date", { min: month(0), max: Date.UTC(2026, 6, 31) })];
    const rows = [100, 100, 200, 200, 900, 1, 1].map((value, at) => [month(at), value]);
    const now = Date.UTC(2026, 4, 20);
    expect(trendOf(part, rows, profiles, now)).toMatchObject({
      before: 100,
      after: 200,
      partial: "ahead",
    });
    // A plan of which nothing is past yet is compared as it is.
    expect(trendOf(part, rows, profiles, month(-3))).toMatchObject({ partial: null });
  });
  it("counts periods without rows and says nothing of one period", () => {
    const profiles = [column("facture_le", "date", { min: month(0), max: Date.UTC(2026, 5, 30) })];
    const rows = [
      [month(0), 1],
      [month(1), 1],
      [month(5), 1],
    ];
    expect(trendOf(part, rows, profiles)?.gaps).toBe(3);
    expect(trendOf(part, rows.slice(0, 1), profiles)).toBeNull();
  });
});

it("knows how much of a period a file covers", () => {
  expect(nextPeriod(month(11), "month")).toBe(Date.UTC(2027, 0, 1));
  expect(covered(month(1), "month", month(0), Date.UTC(2026, 1, 14))).toBe(0.5);
  expect(covered(month(1), "month", month(0), Date.UTC(2026, 5, 1))).toBe(1);
});

it("cuts spans in steps that people count in", () => {
  expect([20, 37, 900, 0.8].map(roundStep)).toEqual([1, 2, 50, 0.05]);
});

describe("findingOf", () => {
  const asked = { id: "x", sql: "", chart: null };
  it("counts the values that are level with the first, and tells no three of them", () => {
    const part = {
      ...asked,
      kind: "top" as const,
      column: "agence",
      measure: null,
      shares: true,
      most: 10,
    };
    const rows = ["a", "b", "c", "d", "e"].map((name) => [name, 4, 0.2]);
    expect(findingOf(part, rows, sales)).toMatchObject({ value: "a", ties: 4, three: null });
  });
  it("names the columns that tell rows apart, or the one that almost does", () => {
    const part = { ...asked, kind: "keys" as const };
    expect(findingOf(part, [["no", 5, 5]], sales)).toEqual({ code: "keys", columns: ["no"] });
    expect(findingOf(part, [["no", 4, 5]], sales)).toEqual({
      code: "almost",
      column: "no",
      doubles: 1,
    });
  });
  it("tells the fullest step, the widest gap and the values far out", () => {
    const spread = { ...asked, kind: "spread" as const, column: "p", width: 10 };
    const steps = [
      [0, 1],
      [10, 3],
    ];
    expect(findingOf(spread, steps, sales)).toMatchObject({ from: 10, to: 20, share: 7_500 });
    const gaps = [
      ["tel", 62, 0.62],
      ["mail", 1, 0.01],
      ["nom", 0, 0],
    ];
    const missing = { ...asked, kind: "missing" as const };
    expect(findingOf(missing, gaps, sales)).toMatchObject({ column: "tel", columns: 2 });
    expect(findingOf(missing, gaps.slice(2), sales)).toEqual({ code: "complete" });
    const figures = { ...asked, kind: "figures" as const };
    expect(findingOf(figures, [["p", 0, 1, 2, 3, 900, 2]], sales)).toMatchObject({
      code: "far",
      count: 2,
      extreme: 900,
    });
    expect(findingOf(figures, [["p", -900, 1, 2, 3, 5, 2]], sales)).toMatchObject({
      extreme: -900,
    });
  });
});
