import { expect, it } from "vitest";
import { goalsLine, isReached, type Goal } from "./goals.ts";

const brush: Goal = { what: "brush p95", measured: 21.4, goal: 16, unit: " ms", bound: "most" };
const rival: Goal = { what: "import", measured: 3.01, goal: 3, unit: "×", bound: "least" };

it("says how many goals are reached, and what was measured of the others", () => {
  expect([brush, rival].map(isReached)).toEqual([false, true]);
  expect(goalsLine([brush, rival])).toBe("1 of 2 goals reached; missed: brush p95 21 ms (16 ms).");
  expect(goalsLine([rival])).toBe("1 of 1 goals reached.");
});

it("takes a figure at its goal for reached, and one that is not there for missed", () => {
  expect(isReached({ ...brush, measured: 16 })).toBe(true);
  expect(isReached({ ...brush, measured: Number.NaN })).toBe(false);
  expect(isReached({ ...rival, measured: Number.NaN })).toBe(false);
});
