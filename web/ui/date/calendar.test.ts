import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, monthWeeks, startOfWeek, weekday } from "./calendar.ts";

const dates = fc
  .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) })
  .map((time) => new Date(time).toISOString().slice(0, 10));

describe("calendar", () => {
  it("goes over the ends of months, years and leap days", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
    expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
  });
  it("comes back from where it went", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });
  it("draws six weeks that begin on the first weekday and hold the whole month", () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(1, 6, 7), (date, first) => {
        const weeks = monthWeeks(date, first);
        expect(weeks).toHaveLength(6);
        for (const week of weeks) expect(weekday(week[0] ?? "")).toBe(first);
        const ofMonth = weeks.flat().filter((day) => day.slice(0, 7) === date.slice(0, 7));
        expect(ofMonth[0]).toBe(`${date.slice(0, 7)}-01`);
        expect(addDays(ofMonth.at(-1) ?? "", 1).slice(8)).toBe("01");
      }),
    );
  });
  it("finds the start of a week", () => {
    expect(startOfWeek("2026-11-22", 1)).toBe("2026-11-16");
    expect(startOfWeek("2026-11-22", 7)).toBe("2026-11-22");
  });
});
