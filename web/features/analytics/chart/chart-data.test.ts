import { expect, it } from "vitest";
import { toPlot, type Table } from "./chart-data.ts";

const words = { other: "Autres", count: "Nombre" };

it("pivots groups into series over sorted times, largest first", () => {
  const table: Table = {
    columns: [
      { name: "mois", kind: "date" },
      { name: "agence", kind: "text" },
      { name: "ca", kind: "number" },
    ],
    rows: [
      [2, "Lyon", 20],
      [1, "Lyon", 10],
      [1, "Annecy", 50],
      [null, "Annecy", 99],
    ],
  };
  const plot = toPlot(table, { type: "line", x: "mois", y: ["ca"], series: "agence" }, words);
  expect(plot?.x.values).toEqual([1, 2]);
  expect(plot?.series).toEqual([
    { name: "Annecy", values: [50, null] },
    { name: "Lyon", values: [10, 20] },
  ]);
});

it("adds up the series past the eighth", () => {
  const rows = Array.from({ length: 10 }, (_, at) => [1, `g${at}`, 10 - at]);
  const columns = [
    { name: "x", kind: "date" },
    { name: "g", kind: "text" },
    { name: "v", kind: "number" },
  ] as const;
  const plot = toPlot({ columns, rows }, { type: "line", x: "x", y: ["v"], series: "g" }, words);
  expect(plot?.series).toHaveLength(8);
  expect(plot?.series.at(-1)).toEqual({ name: "Autres", values: [3 + 2 + 1] });
});

it("sorts bars, counts bins and leaves a single number to the page", () => {
  const columns = [
    { name: "v", kind: "text" },
    { name: "n", kind: "number" },
  ] as const;
  const rows = [
    ["a", 1],
    ["b", 3],
    ["c", 2],
  ];
  expect(
    toPlot({ columns, rows }, { type: "bar", category: "v", value: "n" }, words)?.x.values,
  ).toEqual(["b", "c", "a"]);
  const histogram = toPlot({ columns, rows }, { type: "histogram", value: "n" }, words);
  expect(histogram?.series[0]?.values.reduce((all, one) => (all ?? 0) + (one ?? 0), 0)).toBe(3);
  expect(toPlot({ columns, rows }, { type: "number", value: "n" }, words)).toBeNull();
});
