import { expect, it } from "vitest";
import { dueLook } from "./due.ts";

it.each([
  ["2026-11-23", "late"],
  ["2026-11-24", "soon"],
  ["2026-11-27", "soon"],
  ["2026-11-28", "later"],
])("%s is %s on November 24, and of no matter once the work is done", (dueOn, look) => {
  expect(dueLook(dueOn, "2026-11-24")).toBe(look);
  expect(dueLook(dueOn, "2026-11-24", true)).toBe("done");
});
