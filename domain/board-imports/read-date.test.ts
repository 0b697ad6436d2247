import { describe, expect, it } from "vitest";
import { readDate } from "./read-date.ts";

const PARIS = { language: "fr", timeZone: "Europe/Paris" } as const;
const AUSTIN = { language: "en", timeZone: "America/Chicago" } as const;

describe("readDate", () => {
  it.each([
    ["2026-12-03", "2026-12-03"],
    ["2026/12/3 14:00", "2026-12-03"],
    ["03/12/2026", "2026-12-03"],
    ["24.11.2026", "2026-11-24"],
    ["24 novembre 2026", "2026-11-24"],
    ["1er août 2026", "2026-08-01"],
    ["mardi 24 nov. 2026", "2026-11-24"],
    ["14 juin 2026", "2026-06-14"],
    ["14 juillet 2026", "2026-07-14"],
    ["November 24, 2026", "2026-11-24"],
    ["Nov 24, 2026 2:30 PM", "2026-11-24"],
    ["1 mars 2026 → 5 mai 2026", "2026-05-05"],
    ["2026-10-24T22:30:00.000Z", "2026-10-25"],
    ["2026-10-25T23:30:00.000Z", "2026-10-26"],
  ])("reads %s", (text, date) => {
    expect(readDate(text, PARIS)).toBe(date);
  });

  it("reads days and months in the order of the language where both are possible", () => {
    expect(readDate("03/12/2026", AUSTIN)).toBe("2026-03-12");
    expect(readDate("24/12/2026", AUSTIN)).toBe("2026-12-24");
    expect(readDate("2026-10-25T02:30:00Z", AUSTIN)).toBe("2026-10-24");
  });

  it.each([
    "30 février 2026",
    "2026-13-01",
    "31/04/2026",
    "demain",
    "",
    "12/2026",
    "0000-01-01",
    "3 cosmique 2026",
  ])("does not guess %s", (text) => {
    expect(readDate(text, PARIS)).toBeNull();
  });
});
