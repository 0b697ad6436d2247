import { describe, expect, it } from "vitest";
import { calendarDate, dueState } from "./today.ts";

it("takes the device's own date, not that of UTC", () => {
  expect(calendarDate(new Date(2026, 0, 5, 0, 30))).toBe("2026-01-05");
  expect(calendarDate(new Date(2026, 10, 24, 23, 59))).toBe("2026-11-24");
});

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
