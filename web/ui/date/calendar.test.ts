import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  dateOrder,
  monthWeeks,
  parseTyped,
  startOfWeek,
  weekday,
} from "./calendar.ts";

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

describe("typed dates", () => {
  it("knows the order of a locale", () => {
    expect(dateOrder("fr-FR")).toBe("dmy");
    expect(dateOrder("en-US")).toBe("mdy");
  });
  it.each([
    ["24/11/2026", "fr-FR", "2026-11-24"],
    ["24.11.26", "fr-FR", "2026-11-24"],
    ["24 11", "fr-FR", "2026-11-24"],
    ["1-2-2027", "fr-FR", "2027-02-01"],
    ["11/24/2026", "en-US", "2026-11-24"],
    ["2026-11-24", "en-US", "2026-11-24"],
    ["31/02/2026", "fr-FR", undefined],
    ["24/11/2026", "en-US", undefined],
    ["demain", "fr-FR", undefined],
    ["24", "fr-FR", undefined],
    ["24/11/202", "fr-FR", undefined],
    ["", "fr-FR", undefined],
  ])("reads %j in %s", (text, locale, expected) => {
    expect(parseTyped(text, locale, "2026-06-01")).toBe(expected);
  });
  it("reads back what it would have written", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const [year, month, day] = date.split("-");
        expect(parseTyped(`${day}/${month}/${year}`, "fr-FR", "2026-01-01")).toBe(date);
      }),
    );
  });
});
