import { expect, it } from "vitest";
import { chosenFor, columnsIn, channelUnfit, noneUnfit, withColumns } from "./channels.ts";
import { shapeOf } from "./shape.ts";
import { ChartSpec } from "./spec.ts";

const shape = shapeOf({
  columns: [
    { name: "mois", kind: "date" },
    { name: "agence", kind: "text" },
    { name: "famille", kind: "text" },
    { name: "ca", kind: "number" },
    { name: "marge", kind: "number" },
  ],
  rows: [
    [1, "Lyon", "Suivi", 10, 1],
    [1, "Annecy", "Suivi", 20, 2],
    [2, "Lyon", "Études", 30, 3],
    [2, "Annecy", "Suivi", 40, 4],
  ],
});
const lines: ChartSpec = { type: "line", x: "mois", y: ["ca"], series: "agence" };
const unfit = (spec: ChartSpec, channel: Parameters<typeof columnsIn>[1]) =>
  Object.fromEntries(
    shape.columns.map((column) => [column.name, channelUnfit(shape, spec, channel, column)]),
  );

it("says for each column why it does not fit a channel", () => {
  expect(unfit(lines, "x")).toEqual({
    mois: null,
    agence: "taken",
    famille: "no-order",
    ca: "taken",
    marge: null,
  });
  expect(unfit(lines, "y")).toMatchObject({
    mois: "taken",
    famille: "not-number",
    ca: null,
    marge: null,
  });
  expect(unfit(lines, "series")).toMatchObject({ mois: "taken", agence: null, famille: "repeats" });
});

it("refuses a category under which several rows would fall on one mark", () => {
  const bars: ChartSpec = { type: "bar", category: "agence", value: "ca", series: "mois" };
  expect(unfit(bars, "category")).toMatchObject({
    agence: null,
    famille: "repeats",
    mois: "taken",
  });
});

it("refuses what has too many values to be told apart", () => {
  const many = shapeOf({
    columns: [
      { name: "client", kind: "text" },
      { name: "ca", kind: "number" },
    ],
    rows: Array.from({ length: 61 }, (_, at) => [`c${at}`, at]),
  });
  const spec: ChartSpec = { type: "bar", category: "client", value: "ca" };
  expect(many.columns.map((column) => channelUnfit(many, spec, "category", column))).toEqual([
    "not-few",
    "taken",
  ]);
});

it("puts columns into their channel, several where it takes several, and none where it can do without", () => {
  const two = withColumns({ type: "line", x: "mois", y: ["ca"] }, "y", ["ca", "marge"]);
  expect(two).toEqual({ type: "line", x: "mois", y: ["ca", "marge"] });
  expect(withColumns(lines, "series", [])).toEqual({ type: "line", x: "mois", y: ["ca"] });
  const pivot: ChartSpec = { type: "pivot", rows: ["agence"], columns: ["mois"], value: "ca" };
  expect(withColumns(pivot, "columns", [])).toEqual({ ...pivot, columns: [] });
  for (const spec of [two, withColumns(pivot, "rows", ["agence", "famille"])])
    expect(ChartSpec.safeParse(spec).success).toBe(true);
});

it("drops groups that another axis does not need", () => {
  const next = chosenFor(shape, { ...lines, series: "famille" }, "x", ["ca"]);
  expect(columnsIn(next, "series")).toEqual(["famille"]);
  const bars: ChartSpec = { type: "bar", category: "agence", value: "ca", series: "famille" };
  const marge = chosenFor(shape, bars, "category", ["marge"]);
  expect(columnsIn(marge, "category")).toEqual(["marge"]);
});

it("keeps groups without which several rows would fall on one mark", () => {
  expect(noneUnfit(shape, lines, "series")).toBe("repeats");
  expect(noneUnfit(shape, { ...lines, x: "ca", y: ["marge"] }, "series")).toBeNull();
  const pivot: ChartSpec = { type: "pivot", rows: ["agence"], columns: ["mois"], value: "ca" };
  expect(noneUnfit(shape, pivot, "columns")).toBeNull();
});

it("keeps bars of several measures until groups split them", () => {
  const bar: ChartSpec = { type: "bar", category: "mois", value: "ca" };
  const both = withColumns(bar, "value", ["ca", "marge"]);
  expect(both).toEqual({ ...bar, also: ["marge"] });
  expect(ChartSpec.parse(both)).toEqual(both);
  expect(columnsIn(both, "value")).toEqual(["ca", "marge"]);
  expect(withColumns(both, "value", ["marge"])).toEqual({ ...bar, value: "marge" });
  expect(withColumns(both, "series", ["agence"])).toEqual({ ...bar, series: "agence" });
  expect(withColumns(both, "series", [])).toEqual(both);
});
