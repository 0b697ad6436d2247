import { expect, test } from "vitest";
import { firstBelow } from "./landing.ts";

test("a point lands before the first card whose middle is below it", () => {
  const middles = [50, 150, 250, 350];
  const at = (y: number) => firstBelow(middles.length, y, (n) => middles[n] ?? 0);
  expect([0, 49, 50, 149, 200, 349, 350, 9_999].map(at)).toEqual([0, 0, 1, 1, 2, 3, 4, 4]);
  expect(firstBelow(0, 10, () => 0)).toBe(0);
});

test("a long column is measured a dozen times, not thousands", () => {
  let measured = 0;
  const index = firstBelow(4_000, 123_456, (n) => {
    measured += 1;
    return n * 100;
  });
  expect(index).toBe(1_235);
  expect(measured).toBeLessThanOrEqual(12);
});
