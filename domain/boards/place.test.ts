import { expect, test } from "vitest";
import { mapReader } from "./board-map.ts";
import { findGap, liesIn, rankIn } from "./place.ts";
import { dealt, testId } from "./testing.ts";

const lane = () => mapReader(dealt(1, 3)).cardLane(testId("col", 1), "");
const id = (n: number) => testId("crd", n);
const gone = testId("crd", 99);

test("both neighbours in place give the gap between them", () => {
  expect(findGap(lane(), { after: id(1), before: id(2) })).toEqual({
    low: "a0",
    high: "a1",
    exact: true,
  });
});

test("no neighbours mean the end, a lost follower means the start", () => {
  expect(findGap(lane(), { after: null, before: null })).toMatchObject({ low: "a2", high: null });
  expect(findGap(lane(), { after: null, before: gone })).toMatchObject({ low: null, high: "a0" });
});

test("what comes after counts before what comes before", () => {
  expect(findGap(lane(), { after: id(2), before: id(2) })).toMatchObject({ low: "a1", high: "a2" });
  expect(findGap(lane(), { after: gone, before: id(2) })).toEqual({
    low: "a0",
    high: "a1",
    exact: false,
  });
});

test("a rank made for a gap lies in it", () => {
  const gap = findGap(lane(), { after: id(2), before: id(3) });
  expect(liesIn(gap, rankIn(gap))).toBe(true);
  expect(liesIn(gap, "a1")).toBe(false);
});
