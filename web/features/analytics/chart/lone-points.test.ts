import { expect, it } from "vitest";
import type { Plot } from "#domain/analytics/chart/plot.ts";
import { lonePoints } from "./lone-points.ts";

const plotOf = (stack: Plot["stack"], ...all: (number | null)[][]): Plot => ({
  type: stack === "none" ? "line" : "area",
  x: { name: "le", kind: "date", values: (all[0] ?? []).map((_, at) => at) },
  series: all.map((values, at) => ({ name: `s${at}`, values })),
  measure: "ca",
  split: "agence",
  stack,
  direction: "up",
  look: {},
});

it("finds the points that have no neighbour to be joined to", () => {
  const long = Array.from({ length: 50 }, (_, at) => (at === 3 || at > 40 ? at : null));
  expect(lonePoints(plotOf("none", long))).toEqual([{ at: 3, series: 0, y: 3 }]);
  const short = plotOf("none", [1, 2, null], [null, 5, null]);
  expect(lonePoints(short)).toEqual([{ at: 1, series: 1, y: 5 }]);
});

it("shows where a line is drawn over a gap, and where it is left open", () => {
  const plot = plotOf("none", [null, 1, 2, null, 4, null]);
  const places = (gaps: boolean) => lonePoints({ ...plot, gaps }).map(({ at }) => at);
  expect(places(false)).toEqual([2, 4]);
  expect(places(true)).toEqual([4]);
});

it("sets those of stacked areas on what lies below them, and those below zero by themselves", () => {
  expect(lonePoints(plotOf("sum", [1, 2, 3], [null, 5, null], [null, -4, null]))).toEqual([
    { at: 1, series: 1, y: 7 },
    { at: 1, series: 2, y: -4 },
  ]);
});
