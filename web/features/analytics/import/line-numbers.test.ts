import { expect, it } from "vitest";
import type { Reading } from "#domain/analytics/reading.ts";
import type { Reject } from "#web/features/analytics/engine/rejects.ts";
import { lineNumbers } from "./line-numbers.ts";

const rejects: Reject[] = [
  { line: 3, raw: "x", reason: { code: "cell", column: 0, value: "x" } },
  { line: 5, raw: "", reason: { code: "missing", found: 1, expected: 2 } },
];
const lines = (badCells: Reading["badCells"]): number[] => {
  const reading = { titleLines: 0, header: true, badCells } as Reading;
  return lineNumbers({ reading, rejects, starts: [], places: [0, 1, 2, 3] });
};

it("steps over lines that are not in the table, and only those", () => {
  expect(lines("reject")).toEqual([2, 4, 6, 7]);
  expect(lines("empty")).toEqual([2, 3, 4, 6]);
});

it("follows cells of several lines and blank lines, as far as the sample goes", () => {
  const reading = { titleLines: 2, header: true, badCells: "reject" } as Reading;
  const starts = [4, 7, 9];
  expect(lineNumbers({ reading, rejects: [], starts, places: [0, 1, 2, 3] })).toEqual([
    4, 7, 9, 10,
  ]);
});

it("knows the line of a row after others were dropped before it", () => {
  const reading = { titleLines: 0, header: true, badCells: "reject" } as Reading;
  expect(lineNumbers({ reading, rejects, starts: [2, 3, 4, 5, 6], places: [0, 2, 5] })).toEqual([
    2, 6, 9,
  ]);
});
