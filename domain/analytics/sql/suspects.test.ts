import { expect, it } from "vitest";
import { longestText } from "./suspects.ts";

it("takes the longest text from the statistics, and looks at all where they do not tell", () => {
  expect(
    longestText("[Min: a, Max: z, Has Unicode: false, Max String Length: 33][Has Null: x]"),
  ).toBe(33);
  expect(longestText(undefined)).toBe(Infinity);
});
