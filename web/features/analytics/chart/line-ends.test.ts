import { expect, it } from "vitest";
import { spread } from "./line-ends.ts";

it("moves names apart in their order, none below the floor", () => {
  expect(spread([10, 12, 80], 14, 100)).toEqual([10, 24, 80]);
  expect(spread([98, 97, 99], 14, 100)).toEqual([86, 72, 100]);
  expect(spread([5], 14, 100)).toEqual([5]);
});
