import fc from "fast-check";
import { expect, it } from "vitest";
import { bigFigure } from "./big.ts";
import { chartFits } from "./fits.ts";
import { exactSum, hasTotals, pivotOf } from "./pivot.ts";
import { firstChart } from "./rules.ts";
import { shapeOf } from "./shape.ts";
import { ChartSpec, columnsOfSpec } from "./spec.ts";

const kind = fc.constantFrom("text", "integer", "number", "date", "timestamp", "boolean");
const cell = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -5, max: 40 }),
  fc.constantFrom("Lyon", "Annecy", "Grenoble"),
  fc.boolean(),
);
/** Results of any shape, also such as no query gives. */
const result = fc.array(kind, { minLength: 1, maxLength: 5 }).chain((kinds) =>
  fc.record({
    columns: fc.constant(kinds.map((one, at) => ({ name: `c${at}`, kind: one }))),
    rows: fc.array(fc.tuple(...kinds.map(() => cell)), { maxLength: 30 }),
  }),
);

it("offers for any result only specs that hold, of columns that are there, and the first choice among them", () => {
  fc.assert(
    fc.property(result, (table) => {
      const shape = shapeOf(table);
      const names = table.columns.map(({ name }) => name);
      const fits = chartFits(shape);
      expect(fits).toHaveLength(11);
      for (const fit of fits) {
        if (!("spec" in fit)) continue;
        expect(ChartSpec.safeParse(fit.spec).error).toBeUndefined();
        expect(fit.spec.type).toBe(fit.kind);
        for (const name of columnsOfSpec(fit.spec)) expect(names).toContain(name);
      }
      const first = firstChart(shape).spec;
      if (first === null) return;
      expect(ChartSpec.safeParse(first).success).toBe(true);
      for (const name of columnsOfSpec(first)) expect(names).toContain(name);
    }),
  );
});

const fitOf = (rows: readonly (readonly [string, number])[], type: string) =>
  chartFits(
    shapeOf({
      columns: [
        { name: "famille", kind: "text" },
        { name: "ca", kind: "number" },
      ],
      rows,
    }),
  ).find((fit) => fit.kind === type);

it("offers slices only for few positive parts, and says why not", () => {
  expect(
    fitOf(
      [
        ["a", 1],
        ["b", 2],
      ],
      "pie",
    ),
  ).toHaveProperty("spec");
  expect(
    fitOf(
      [
        ["a", 1],
        ["b", -2],
      ],
      "pie",
    ),
  ).toEqual({ kind: "pie", why: "negatives" });
  expect(
    fitOf(
      [
        ["a", 1],
        ["a", 2],
      ],
      "pie",
    ),
  ).toEqual({ kind: "pie", why: "repeats" });
  const many = Array.from({ length: 7 }, (_, at) => [`f${at}`, at] as const);
  expect(fitOf(many, "pie")).toEqual({ kind: "pie", why: "many-slices" });
  expect(fitOf(many, "line")).toEqual({ kind: "line", why: "no-time" });
});

it("reads specs that were stored before their options existed", () => {
  for (const stored of [
    { type: "line", x: "mois", y: ["ca"], series: "agence" },
    { type: "bar", category: "famille", value: "ca" },
    { type: "scatter", x: "a", y: "b" },
    { type: "histogram", value: "ca" },
    { type: "number", value: "ca" },
  ])
    expect(ChartSpec.parse(stored)).toEqual(stored);
});

it("makes totals of a pivot that are the sums of its cells and of its subtotals", () => {
  const row = fc.tuple(
    fc.constantFrom("A", "B", null),
    fc.constantFrom("x", "y", "z"),
    fc.constantFrom(1, 2, 3),
    fc.integer({ min: -1000, max: 1000 }),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const columns = ["a", "b", "c", "v"].map((name) => ({ name }));
      const spec = { type: "pivot", rows: ["a", "b"], columns: ["c"], value: "v" } as const;
      const { lines } = pivotOf(
        { columns, rows },
        { ...spec, rows: [...spec.rows], columns: ["c"] },
      );
      const whole = lines.at(-1);
      expect(whole?.total).toBe(rows.reduce((all, one) => all + one[3], 0));
      for (const of of ["cells", "subtotal"] as const) {
        const sums = lines.filter((line) => line.kind === of).map(({ total }) => total ?? 0);
        expect(sums.reduce((all, one) => all + one, 0)).toBe(whole?.total);
      }
      for (const line of lines)
        expect(line.cells.reduce<number>((all, one) => all + (one ?? 0), 0)).toBe(line.total);
    }),
  );
});

it("makes no totals of a result that was cut, but keeps the figures of its rows", () => {
  const columns = [{ name: "a" }, { name: "c" }, { name: "v" }];
  const rows = [
    ["A", "x", 1],
    ["A", "y", 2],
    ["B", "x", 5],
  ] as const;
  const crossed = { type: "pivot" as const, rows: ["a"], columns: ["c"], value: "v" };
  for (const cut of [{ limited: true }, { more: true }]) {
    expect(hasTotals(crossed, cut)).toBe(false);
    const { lines } = pivotOf({ columns, rows, ...cut }, crossed);
    expect(lines.map((line) => [line.kind, ...line.cells])).toEqual([
      ["cells", 1, 2],
      ["cells", 5, null],
    ]);
    const plain = { ...crossed, columns: [] };
    expect(hasTotals(plain, cut)).toBe(true);
    expect(pivotOf({ columns, rows, ...cut }, plain).lines.map(({ total }) => total)).toEqual([
      3, 5,
    ]);
  }
});

it("makes the mean of a total of its rows, not of its means, and adds up without noise", () => {
  const columns = [{ name: "a" }, { name: "v" }];
  const rows = [
    ["A", 1],
    ["A", 1],
    ["A", 1],
    ["B", 5],
  ] as const;
  const spec = { type: "pivot", rows: ["a"], columns: [], value: "v", aggregate: "mean" } as const;
  const made = pivotOf({ columns, rows }, { ...spec, rows: ["a"], columns: [] });
  expect(made.lines.map(({ total }) => total)).toEqual([1, 5, 2]);
  expect(exactSum([0.1, 0.2])).toBe(0.3);
  expect(exactSum(Array.from({ length: 10_000 }, () => 0.1))).toBe(1000);
});

it("holds a figure against the row before, a column or a target", () => {
  const columns = [{ name: "mois" }, { name: "ca" }, { name: "avant" }];
  const rows = [
    [2, 150, 100],
    [1, 100, 90],
  ] as const;
  const table = { columns, rows };
  expect(bigFigure(table, { type: "number", value: "ca", over: "mois" })).toEqual({
    value: 150,
    against: { kind: "row", value: 100, at: 1 },
    change: 0.5,
  });
  expect(bigFigure(table, { type: "number", value: "ca", before: "avant" }).change).toBe(0.5);
  expect(bigFigure(table, { type: "number", value: "ca", target: 200 }).change).toBe(-0.25);
  expect(bigFigure(table, { type: "number", value: "ca" })).toMatchObject({ against: null });
});

const monthly = (months: number) => ({
  rows: months * 3,
  columns: [
    { name: "mois", kind: "date" as const, distinct: months },
    { name: "agence", kind: "text" as const, distinct: 3 },
    { name: "ca", kind: "number" as const, distinct: months * 3 },
  ],
});
const bar = (months: number) => chartFits(monthly(months)).find((fit) => fit.kind === "bar");

it("sets bars of groups over time along the bottom in the order of time, while it is short", () => {
  expect(bar(12)).toEqual({
    kind: "bar",
    spec: {
      type: "bar",
      category: "mois",
      value: "ca",
      series: "agence",
      direction: "up",
      sort: "name",
    },
  });
  expect(bar(90)).toMatchObject({ spec: { category: "agence", series: "mois" } });
});
