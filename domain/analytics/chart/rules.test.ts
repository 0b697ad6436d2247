import { describe, expect, it } from "vitest";
import { columnOf } from "#domain/analytics/overview/testing-column.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import { firstQuestion } from "./first.ts";
import { chooseChart } from "./rules.ts";
import { ChartSpec } from "./spec.ts";

const shape = (rows: number, ...columns: [string, ColumnKind, number][]) =>
  chooseChart({
    rows,
    columns: columns.map(([name, kind, distinct]) => ({ name, kind, distinct })),
  });

describe("the first chart of a result", () => {
  it("is a big number for one number", () => {
    expect(shape(1, ["ca", "number", 1])).toEqual({ type: "number", value: "ca" });
  });
  it("is a line over time, by group when there is one", () => {
    expect(shape(12, ["mois", "date", 12], ["ca", "number", 12])).toEqual({
      type: "line",
      x: "mois",
      y: ["ca"],
    });
    expect(shape(48, ["mois", "date", 12], ["agence", "text", 4], ["ca", "number", 48])).toEqual({
      type: "line",
      x: "mois",
      y: ["ca"],
      series: "agence",
    });
  });
  it("is bars over time where most groups have a single point, which is no line", () => {
    const few = shape(4, ["le", "date", 4], ["agence", "text", 4], ["ca", "number", 4]);
    expect(few).toEqual({
      type: "bar",
      category: "le",
      value: "ca",
      series: "agence",
      direction: "up",
      sort: "name",
    });
    expect(ChartSpec.parse(few)).toEqual(few);
    const two = shape(4, ["le", "date", 4], ["agence", "text", 2], ["ca", "number", 4]);
    expect(two?.type).toBe("line");
  });
  it("is bars for categories, up to what one can read", () => {
    expect(shape(9, ["famille", "text", 9], ["ca", "number", 9])).toEqual({
      type: "bar",
      category: "famille",
      value: "ca",
    });
    expect(shape(900, ["client", "text", 900], ["ca", "number", 900])).toBeNull();
  });
  it("is a scatter for two measures, a histogram for one", () => {
    expect(shape(500, ["prix", "number", 400], ["quantite", "integer", 40])).toEqual({
      type: "scatter",
      x: "prix",
      y: "quantite",
    });
    expect(shape(500, ["prix", "number", 400])).toEqual({ type: "histogram", value: "prix" });
  });
  it("is a line for a column of years", () => {
    expect(shape(5, ["annee", "integer", 5], ["ca", "number", 5])).toEqual({
      type: "line",
      x: "annee",
      y: ["ca"],
    });
  });
  it("is a table for raw rows, for no rows and for text alone", () => {
    expect(shape(500, ["le", "date", 40], ["ca", "number", 400])).toBeNull();
    expect(shape(0, ["ca", "number", 0])).toBeNull();
    expect(shape(5, ["nom", "text", 5])).toBeNull();
  });
});

describe("the first question of a data set", () => {
  it("is the amount by month and by the smallest group", () => {
    const year = { min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 0, 1) };
    const question = firstQuestion("ventes", [
      columnOf("date_facture", "date", year),
      columnOf("agence", "text", { distinct: 4 }),
      columnOf("prix_unitaire", "number"),
      columnOf("montant_ht", "number"),
    ]);
    expect(question).toMatchObject({
      measure: "montant_ht",
      by: "date_facture",
      period: "month",
      split: "agence",
    });
    expect(question?.sql).toContain(`date_trunc('month', "date_facture")`);
  });
  it("is a ranking without dates, a spread with numbers alone, nothing for loose text", () => {
    expect(
      firstQuestion("t", [
        columnOf("ville", "text", { distinct: 9 }),
        columnOf("montant", "number"),
      ]),
    ).toMatchObject({ by: "ville", measure: "montant" });
    expect(firstQuestion("t", [columnOf("taille", "number")])).toMatchObject({
      by: "taille",
      period: null,
    });
    expect(firstQuestion("t", [columnOf("nom", "text", { distinct: 5_000 })])).toBeNull();
  });
  it("quotes names that are no words", () => {
    const question = firstQuestion("t", [columnOf('a "b"', "text", { distinct: 3 })]);
    expect(question?.sql).toContain('"a ""b"""');
  });
});

it("refuses specs with more than the known keys", () => {
  expect(ChartSpec.safeParse({ type: "number", value: "a", formatter: "alert(1)" }).success).toBe(
    false,
  );
});
