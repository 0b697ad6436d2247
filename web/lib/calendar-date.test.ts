import { expect, it } from "vitest";
import { calendarDate, daysBetween } from "./calendar-date.ts";

it("takes the device's own date, not that of UTC", () => {
  expect(calendarDate(new Date(2026, 0, 5, 0, 30))).toBe("2026-01-05");
  expect(calendarDate(new Date(2026, 10, 24, 23, 59))).toBe("2026-11-24");
});

it("counts days over the change of the clocks and of the year", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2027-01-01", "2026-12-31")).toBe(-1);
});
