import { describe, expect, it } from "vitest";
import { chartOf } from "./chart-of.ts";

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

  it("of one category that a filter left is still a chart that names it; of a figure alone it is the figure", () => {
    const one = { columns: monthly.columns.slice(1), rows: [["Lyon", 9]] };
    expect(chartOf({ kind: "chart", chart: null }, one)).toEqual({
      type: "bar",
      category: "agence",
      value: "ca",
    });
    const alone = { columns: monthly.columns.slice(2), rows: [[9]] };
    expect(chartOf({ kind: "chart", chart: null }, alone)).toEqual({ type: "number", value: "ca" });
  });
});
