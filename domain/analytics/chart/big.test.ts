import { expect, it } from "vitest";
import { bigFigure, courseOf } from "./big.ts";
import { ChartSpec } from "./spec.ts";

it.each([
  [2.43, undefined, 1, true],
  [2.43, "lower", 1, false],
  [-0.1, undefined, -1, false],
  [-0.1, "lower", -1, true],
  [0.0001, "lower", 0, null],
  [null, undefined, 0, null],
] as const)(
  "a change of %s where %s is better goes %s and is good: %s",
  (change, better, way, good) => {
    expect(courseOf(change, better)).toEqual({ way, good });
  },
);

it("a figure says itself which way is good; one of before the choice has none", () => {
  const spec = { type: "number", value: "dû", before: "avant", better: "lower" };
  const parsed = ChartSpec.parse(spec);
  if (parsed.type !== "number") throw new Error("no figure");
  const table = { columns: [{ name: "dû" }, { name: "avant" }], rows: [[30, 10]] };
  expect(courseOf(bigFigure(table, parsed).change, parsed.better)).toEqual({ way: 1, good: false });
  expect(ChartSpec.parse({ type: "number", value: "dû" })).not.toHaveProperty("better");
  expect(ChartSpec.safeParse({ ...spec, better: "sideways" }).success).toBe(false);
});
