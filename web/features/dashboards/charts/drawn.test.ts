import { describe, expect, it } from "vitest";
import { createFormat } from "#web/lib/format.ts";
import { chartOf } from "./chart-of.ts";
import { drawnOf } from "./drawn.ts";
import { markWords } from "./words.ts";

const month = (at: number) => Date.UTC(2026, at);
const monthly = {
  columns: [
    { name: "mois", kind: "date" as const },
    { name: "agence", kind: "text" as const },
    { name: "ca", kind: "number" as const },
  ],
  rows: [
    [month(1), "Lyon", 5],
    [month(0), "Lyon", 4],
    [month(0), "Annecy", 9],
    [null, "Annecy", 1],
  ],
};

describe("what a dashboard draws itself", () => {
  it("is lines in the order of time, the largest first, with holes where nothing is known", () => {
    expect(drawnOf(monthly, { type: "line", x: "mois", y: ["ca"], series: "agence" })).toEqual({
      type: "lines",
      axis: { name: "mois", kind: "date", values: [month(0), month(1)] },
      series: [
        { name: "Lyon", values: [4, 5] },
        { name: "Annecy", values: [9, null] },
      ],
    });
  });

  it("is bars, longest first", () => {
    const drawn = drawnOf(
      {
        columns: monthly.columns.slice(1),
        rows: [
          ["a", 1],
          [null, 3],
          ["b", 2],
        ],
      },
      { type: "bar", category: "agence", value: "ca" },
    );
    expect([drawn?.axis.values, drawn?.series[0]?.values]).toEqual([
      [null, "b", "a"],
      [3, 2, 1],
    ]);
  });

  it("is nothing else", () => {
    expect(
      drawnOf(monthly, { type: "bar", category: "mois", value: "ca", series: "agence" }),
    ).toBeNull();
    expect(drawnOf(monthly, { type: "histogram", value: "ca" })).toBeNull();
  });
});

describe("the chart of a widget", () => {
  it("is what was decided while its columns are there, else what the result asks for", () => {
    const chart = { type: "bar", category: "agence", value: "ca" } as const;
    expect(chartOf({ kind: "chart", chart }, monthly)).toEqual(chart);
    const lost = { ...chart, value: "marge" };
    expect(chartOf({ kind: "chart", chart: lost }, monthly)?.type).toBe("line");
    expect(chartOf({ kind: "table", chart }, monthly)).toBeNull();
    expect(chartOf({ kind: "number", chart: null }, monthly)).toEqual({
      type: "number",
      value: "ca",
    });
  });
});

it("names months by their name, and days by their day", () => {
  const t = { yes: "oui", no: "non" } as never;
  const f = createFormat("fr-FR");
  const names = (values: number[]) => {
    const words = markWords({ name: "m", kind: "date", values }, "fr-FR", f, t);
    return values.map((value) => words.name(value));
  };
  expect(names([month(0), month(5)])).toEqual(["janv.", "juin"]);
  expect(names([Date.UTC(2025, 0), Date.UTC(2026, 0)])).toEqual(["2025", "2026"]);
  expect(names([Date.UTC(2026, 0, 2)])[0]).toMatch(/^2 janv\./);
});
