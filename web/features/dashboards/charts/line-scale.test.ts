import { expect, test } from "vitest";
import { spread, ticksOf } from "./line-scale.ts";

test.each([
  [
    [212, 268, 84],
    [0, 100, 200, 300],
  ],
  [
    [0, 0.42],
    [0, 0.2, 0.4, 0.6],
  ],
  [
    [-30, 70],
    [-50, 0, 50, 100],
  ],
  [
    [980, 1000],
    [970, 980, 990, 1000],
  ],
])("%j has the ticks %j", (values, ticks) => {
  const found = ticksOf(values);
  expect(found[0]).toBeLessThanOrEqual(Math.min(...values));
  expect(found.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
  expect(found).toEqual(ticks);
});

test("labels that would touch are moved apart, in their order and on the picture", () => {
  expect(spread([10, 12, 90], 14, 100)).toEqual([10, 24, 90]);
  expect(spread([99, 98], 14, 100)).toEqual([100, 86]);
  expect(spread([50], 14, 100)).toEqual([50]);
});

test("one figure has an axis too", () => {
  const ticks = ticksOf([5]);
  expect(ticks[0]).toBeLessThanOrEqual(5);
  expect(ticks.at(-1)).toBeGreaterThanOrEqual(5);
});
