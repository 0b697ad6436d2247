import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateHint, dateOrder, parseTyped } from "./typed-date.ts";

const dates = fc
  .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) })
  .map((time) => new Date(time).toISOString().slice(0, 10));

describe("typed dates", () => {
  it("knows the order of a locale", () => {
    expect(dateOrder("fr-FR")).toBe("dmy");
    expect(dateOrder("en-US")).toBe("mdy");
  });
  it.each([
    ["fr-FR", "jj/mm/aaaa", { day: "jj", month: "mm", year: "aaaa" }],
    ["en-US", "mm/dd/yyyy", { day: "dd", month: "mm", year: "yyyy" }],
    ["en-GB", "dd/mm/yyyy", { day: "dd", month: "mm", year: "yyyy" }],
    ["en-CA", "yyyy-mm-dd", { day: "dd", month: "mm", year: "yyyy" }],
  ])("hints in %s at the order that it reads", (locale, hint, letters) => {
    expect(dateHint(locale, letters)).toBe(hint);
    const written = hint
      .replace(letters.day, "01")
      .replace(letters.month, "03")
      .replace(letters.year, "2025");
    expect(parseTyped(written, locale, "2026-06-01")).toBe("2025-03-01");
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
    ["un jour", "fr-FR", undefined],
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

// 2026-11-22 is a Sunday.
describe("dates in words", () => {
  it.each([
    ["demain", "2026-11-23"],
    ["Après-demain", "2026-11-24"],
    ["aujourd’hui", "2026-11-22"],
    ["hier", "2026-11-21"],
    ["vendredi", "2026-11-27"],
    ["ven.", "2026-11-27"],
    ["dimanche", "2026-11-29"],
    ["dans 3 jours", "2026-11-25"],
    ["+3j", "2026-11-25"],
    ["+3", "2026-11-25"],
    ["dans 2 semaines", "2026-12-06"],
    ["1 mois", "2026-12-22"],
    ["semaine prochaine", "2026-11-23"],
    ["12 mars", "2027-03-12"],
    ["1er décembre", "2026-12-01"],
    ["3 août 2026", "2026-08-03"],
    ["tomorrow", "2026-11-23"],
    ["Friday", "2026-11-27"],
    ["in 3 days", "2026-11-25"],
    ["+2w", "2026-12-06"],
    ["next week", "2026-11-23"],
    ["March 12th", "2027-03-12"],
    ["dec 1, 2028", "2028-12-01"],
    ["12/3", "2027-03-12"],
    ["25/12", "2026-12-25"],
    ["29 fev", undefined],
    ["31 novembre", undefined],
    ["lundiste", undefined],
    ["toString", undefined],
    ["vendredi prochain", undefined],
    ["bientôt", undefined],
    ["5000 jours", undefined],
  ])("reads %j", (text, expected) => {
    expect(parseTyped(text, "fr-FR", "2026-11-22", true)).toBe(expected);
  });
  it("means this year where the past may be meant", () => {
    expect(parseTyped("12 mars", "fr-FR", "2026-11-22")).toBe("2026-03-12");
    expect(parseTyped("12/3", "en-US", "2026-11-22")).toBe("2026-12-03");
  });
});
