import { expect, test } from "vitest";
import { roundTrips } from "./server-timing.ts";

test.each([
  ['d1;desc="calls 3, depth 1"', { calls: 3, depth: 1 }],
  ['app;dur=3, d1;desc="calls 12, depth 4"', { calls: 12, depth: 4 }],
  ["app;dur=3", null],
  ["", null],
  [null, null],
])("%j", (header, trips) => expect(roundTrips(header)).toEqual(trips));
