import { describe, expect, it } from "vitest";
import { dueState } from "./due-state.ts";

describe("dueState", () => {
  it.each([
    ["2026-11-23", "late"],
    ["2026-11-24", "soon"],
    ["2026-11-25", "soon"],
    ["2026-11-26", "later"],
  ])("%s is %s on November 24", (dueOn, state) => {
    expect(dueState(dueOn, "2026-11-24")).toBe(state);
  });
});
