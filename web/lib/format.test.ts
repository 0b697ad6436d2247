import { describe, expect, it } from "vitest";
import { typeset } from "#domain/i18n/typography.ts";
import { createFormat, firstWeekday, minorDigits } from "./format.ts";

const fr = createFormat("fr-FR", "Europe/Paris");
const en = createFormat("en-US", "America/New_York");

describe("money", () => {
  it("sets minor units with no-break spaces and a true minus", () => {
    expect(fr.money(123_456, "EUR")).toBe("1\u00A0234,56\u00A0€");
    expect(fr.money(-64_025, "EUR")).toBe("\u2212640,25\u00A0€");
    expect(en.money(-64_025, "EUR")).toBe("\u2212€640.25");
  });
  it("follows the digits of the currency", () => {
    expect(minorDigits("JPY")).toBe(0);
    expect(fr.money(1_500, "JPY")).toContain("1\u00A0500");
    expect(en.money(1_234_567, "TND")).toContain("1,234.567");
  });
  it("drops the decimals or writes the plus when asked", () => {
    expect(fr.money(4_831_240, "EUR", { whole: true })).toBe("48\u00A0312\u00A0€");
    expect(en.money(1_000, "USD", { signed: true })).toBe("+$10.00");
    expect(fr.amount(4_831_240, "EUR")).toBe("48\u00A0312,40");
  });
});

describe("numbers", () => {
  it("never leaves the narrow space, which reads as none", () => {
    expect(fr.number(1_248_302)).toBe("1\u00A0248\u00A0302");
    expect(fr.number(1_248_302)).not.toMatch(/\u202F/);
  });
  it("writes percent from basis points", () => {
    expect(fr.percent(-1_810)).toBe("\u221218,1\u00A0%");
    expect(en.percent(-1_810)).toBe("\u221218.1%");
    expect(en.percent(310, 1, true)).toBe("+3.1%");
  });
  it("writes sizes", () => {
    expect(fr.bytes(138_600_000)).toBe("138,6\u00A0Mo");
    expect([en.bytes(900), en.bytes(0), en.bytes(4_000)]).toEqual(["900 bytes", "0 bytes", "4 kB"]);
    expect(fr.bytes(900)).toBe("900\u00A0octets");
  });
  it("leaves the hyphen of words and references alone", () => {
    expect(typeset("EC-207")).toBe("EC-207");
    expect(typeset("Saint-Priest")).toBe("Saint-Priest");
  });
});

describe("dates", () => {
  it("writes calendar dates without a time zone", () => {
    expect(fr.day("2026-11-24", 2026)).toBe("24 nov.");
    expect(en.day("2026-11-24", 2026)).toBe("Nov 24");
    expect(fr.day("2025-11-24", 2026)).toBe("24 nov. 2025");
    expect(fr.day("2026-12-01", 2026)).toBe("1er déc.");
    expect(fr.days("2025-12-01", "2026-11-30")).toBe("1er déc. 2025 – 30 nov. 2026");
    expect(fr.days("2026-01-01", "2026-03-31")).toBe("1er janv. – 31 mars 2026");
    expect(en.days("2025-12-01", "2026-11-30")).toBe("Dec 1, 2025 – Nov 30, 2026");
    expect(fr.dayLong("2026-11-24")).toBe("mardi 24 novembre 2026");
    expect(en.dayNumeric("2026-11-24")).toBe("11/24/2026");
  });
  it("writes instants in the zone of the reader", () => {
    const now = "2026-11-24T20:00:00.000Z";
    expect(fr.moment("2026-11-24T08:02:00.000Z", now)).toBe("09:02");
    expect(fr.moment("2026-11-23T16:08:00.000Z", now)).toBe("hier, 17:08");
    expect(en.moment("2026-11-23T22:08:00.000Z", now)).toMatch(/^yesterday, 5:08\u00A0PM$/);
    expect(fr.moment("2026-11-16T08:42:00.000Z", now)).toMatch(/^16 nov\..*09:42$/);
    expect(fr.moment("2025-11-16T08:42:00.000Z", now)).toBe("16 nov. 2025");
    expect(fr.stamp("2026-11-24T08:14:07.000Z")).toMatch(/^24 nov\..*09:14:07$/);
  });
  it("takes the day from the zone, not from UTC", () => {
    // 23:30 UTC is the next day in Paris.
    expect(fr.moment("2026-11-23T23:30:00.000Z", "2026-11-24T10:00:00.000Z")).toBe("00:30");
  });
  it("says how far a day is, and how long ago", () => {
    expect(fr.relativeDay("2026-11-25", "2026-11-24")).toBe("demain");
    expect(en.relativeDay("2026-11-22", "2026-11-24")).toBe("2 days ago");
    expect(fr.duration(3.9)).toBe("3\u00A0s");
    expect(fr.duration(250)).toBe("4\u00A0min");
    expect(en.duration(7_300)).toBe("2h");
    expect(fr.duration(-5)).toBe("0\u00A0s");
  });
  it("shortens a period that stays in one year", () => {
    expect(fr.period("2026-01-01", "2026-10-31")).toMatch(/^janv\..{1,3}oct\. 2026$/u);
  });
  it("starts weeks on Monday in France and on Sunday in the United States", () => {
    expect(firstWeekday("fr-FR")).toBe(1);
    expect(firstWeekday("en-US")).toBe(7);
  });
});
