import fc from "fast-check";
import { expect, it } from "vitest";
import { toPlot } from "#domain/analytics/chart/chart-data.ts";
import type { Table } from "#domain/analytics/chart/plot.ts";
import { pointOf } from "./point-of.ts";
import { binned, roundBins } from "#domain/analytics/chart/spread.ts";
import { drawnValues } from "./stacked.ts";

const box = { low: "min", q1: "q1", median: "med", q3: "q3", high: "max" };
const words = { other: "Autres", count: "Nombre", box };

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
    { name: "Annecy", key: "Annecy", values: [50, null] },
    { name: "Lyon", key: "Lyon", values: [10, 20] },
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
  expect(plot?.series.at(-1)).toMatchObject({
    name: "Autres",
    values: [3 + 2 + 1],
    except: ["g0", "g1", "g2", "g3", "g4", "g5", "g6"],
  });
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

it("draws the same numbers as boxes, heat, shares and slices", () => {
  const table: Table = {
    columns: [
      { name: "jour", kind: "text" },
      { name: "agence", kind: "text" },
      { name: "n", kind: "number" },
    ],
    rows: [
      ["lun", "A", 1],
      ["lun", "B", 3],
      ["mar", "A", 5],
    ],
  };
  const heat = toPlot(table, { type: "heat", x: "jour", y: "agence", value: "n" }, words);
  expect(heat?.series.map(({ name, values }) => [name, values])).toEqual([
    ["A", [1, 5]],
    ["B", [3, null]],
  ]);
  const boxes = toPlot(table, { type: "box", value: "n", category: "jour" }, words);
  expect(boxes?.x.values).toEqual(["mar", "lun"]);
  expect(boxes?.series.map(({ values }) => values[1])).toEqual([1, 1.5, 2, 2.5, 3]);
  const stacked = toPlot(
    table,
    { type: "bar", category: "jour", value: "n", series: "agence", stack: "share" },
    words,
  );
  expect(stacked?.x.values).toEqual(["mar", "lun"]);
  expect(stacked && drawnValues(stacked, 0)).toEqual([1, 0.25]);
});

it("puts every value into the bar whose ends are shown, and each once", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 }),
      fc.integer({ min: 2, max: 60 }),
      (values, count) => {
        for (const { bins, counts } of [binned(values, count), roundBins(values, count)]) {
          expect(counts.reduce((all, one) => all + one, 0)).toBe(values.length);
          for (const [at, { from, to }] of bins.entries()) {
            const last = at === bins.length - 1;
            const inside = values.filter((one) => one >= from && (last ? one <= to : one < to));
            expect(inside).toHaveLength(counts[at] ?? -1);
          }
        }
      },
    ),
  );
});

it("draws nothing for a column that the result lost", () => {
  const columns = [{ name: "n", kind: "number" }] as const;
  expect(toPlot({ columns, rows: [[1]] }, { type: "histogram", value: "ca" }, words)).toBeNull();
});

it("gives bars of a histogram ends that can be read", () => {
  const values = Array.from({ length: 100 }, (_, at) => at * 37.7 - 12);
  const { bins } = roundBins(values, 24);
  expect(bins.slice(0, 3)).toEqual([
    { from: -200, to: 0 },
    { from: 0, to: 200 },
    { from: 200, to: 400 },
  ]);
  expect(bins.at(-1)?.to).toBeGreaterThanOrEqual(Math.max(...values));
});

it("adds up the categories past the first under the rest, which stands for all but them", () => {
  const columns = [
    { name: "v", kind: "text" },
    { name: "n", kind: "number" },
  ] as const;
  const rows = [
    ["a", 1],
    ["b", 3],
    ["c", 2],
    ["d", null],
  ];
  const plot = toPlot({ columns, rows }, { type: "bar", category: "v", value: "n", top: 2 }, words);
  expect(plot?.x.values).toEqual(["b", "c", "Autres"]);
  expect(plot?.series[0]?.values).toEqual([3, 2, 1]);
  const name = { name: String, number: String };
  expect(plot && pointOf(plot, 2, 0, name)?.conditions).toEqual([
    { column: "v", except: ["b", "c"] },
  ]);
});

it("keeps the lines of a grid in the order of the rows, however large they are", () => {
  const columns = [
    { name: "jour", kind: "text" },
    { name: "an", kind: "text" },
    { name: "n", kind: "number" },
  ] as const;
  const rows = [
    ["lundi", "a", 1],
    ["mardi", "a", 9],
    ["mercredi", "a", 4],
  ];
  const plot = toPlot({ columns, rows }, { type: "heat", x: "an", y: "jour", value: "n" }, words);
  expect(plot?.series.map(({ name }) => name)).toEqual(["lundi", "mardi", "mercredi"]);
});

it("draws bars where a line has one place alone, side by side, those of an area as they are stacked", () => {
  const columns = [
    { name: "mois", kind: "date" },
    { name: "agence", kind: "text" },
    { name: "ca", kind: "number" },
  ] as const;
  const rows = [
    [1, "Lyon", 20],
    [1, "Annecy", 50],
  ];
  const over = { x: "mois", y: ["ca"], series: "agence", min: 10, xTitle: "Mois" };
  const line = toPlot({ columns, rows }, { type: "line", ...over }, words);
  expect(line).toMatchObject({ type: "bar", direction: "up", stack: "none", split: "agence" });
  // Lengths begin at zero, whatever the axis of the line began at.
  expect(line?.look).toEqual({ xTitle: "Mois" });
  expect(toPlot({ columns, rows }, { type: "area", ...over }, words)).toMatchObject({
    type: "bar",
    stack: "sum",
  });
  const two = [...rows, [2, "Lyon", 30]];
  expect(toPlot({ columns, rows: two }, { type: "line", ...over }, words)?.type).toBe("line");
});

it("sets bars of several measures side by side, in the order of the first, each with its own rows", () => {
  const columns = [
    { name: "v", kind: "text" },
    { name: "ca", kind: "number" },
    { name: "budget", kind: "number" },
  ] as const;
  const rows = [
    ["a", 1, 90],
    ["b", 3, 2],
  ];
  const spec = { type: "bar", category: "v", value: "ca", also: ["budget"] } as const;
  const plot = toPlot({ columns, rows }, { ...spec, also: ["budget"] }, words);
  expect(plot).toMatchObject({ stack: "none", split: null, x: { values: ["b", "a"] } });
  expect(plot?.series).toEqual([
    { name: "ca", values: [3, 1] },
    { name: "budget", values: [2, 90] },
  ]);
  const name = { name: String, number: String };
  expect(plot && pointOf(plot, 1, 1, name)).toEqual({
    conditions: [{ column: "v", value: "a" }],
    measure: "budget",
    figure: 90,
    label: "a, budget",
  });
  // Stacked, their whole ranks them.
  const whole = toPlot({ columns, rows }, { ...spec, also: ["budget"], stack: "sum" }, words);
  expect(whole?.x.values).toEqual(["a", "b"]);
});
