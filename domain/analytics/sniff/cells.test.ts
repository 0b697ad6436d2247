import { describe, expect, it } from "vitest";
import { bareNumber, isYesNo, numberStyles } from "./cells.ts";
import { dateShape } from "./dates.ts";
import { parseRecords } from "./records.ts";
import { findTotals } from "./totals.ts";

describe("numbers", () => {
  it.each([
    ["12,5", ["comma"]],
    ["1 234,56", ["comma"]],
    ["1\u00a0234,56 €", ["comma"]],
    ["1\u202f234,56", ["comma"]],
    ["1.234,56", ["comma"]],
    ["18,1 %", ["comma"]],
    ["−640,25", ["comma"]],
    ["640,25-", ["comma"]],
    ["(640,25)", ["comma"]],
    ["12.5", ["point"]],
    ["$1,234.56", ["point"]],
    ["1e5", ["point"]],
    ["1,234", ["comma", "point"]],
    ["42", ["comma", "point"]],
    ["007", null],
    ["12/5", null],
    ["06 12 34 56 78", null],
    ["abc", null],
  ])("%s reads as %j", (cell, styles) => {
    expect(numberStyles(cell)).toEqual(styles);
  });

  it("keeps the sign and tells the unit", () => {
    expect(bareNumber("(1 204,00 €)")).toEqual({ text: "-1 204,00", unit: "€" });
  });
});

describe("yes and no", () => {
  it("wants words of one pair, and both letters of a short one", () => {
    expect(isYesNo(["oui", "Non", "oui"])).toBe(true);
    expect(isYesNo(["oui"])).toBe(true);
    expect(isYesNo(["o", "o"])).toBe(false);
    expect(isYesNo(["oui", "faux"])).toBe(false);
  });
});

describe("dates", () => {
  it("tells which order is possible", () => {
    expect(dateShape("31/12/2026")).toMatchObject({ order: "dmy" });
    expect(dateShape("12/31/2026")).toMatchObject({ order: "mdy" });
    expect(dateShape("04/03/2026")).toMatchObject({ order: null });
    expect(dateShape("31/31/2026")).toBeNull();
    expect(dateShape("2026-13-01")).toBeNull();
    expect(dateShape("04.03.26 09:30")).toMatchObject({
      kind: "timestamp",
      format: "<DM:.>%y %H:%M",
    });
  });
});

describe("records", () => {
  it("reads quotes, doubled quotes and line feeds inside them, and counts physical lines", () => {
    const records = parseRecords('a;b\r\n"x;""y""";"1\n2"\r\n\r\nc;d', ";");
    expect(records).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ['x;"y"', "1\n2"] },
      { line: 5, cells: ["c", "d"] },
    ]);
  });
});

describe("totals", () => {
  it("finds the label at the very end only", () => {
    expect(findTotals("a;1\nTotal général;2\n\n", ";")).toEqual({
      label: "Total général",
      keep: 4,
    });
    expect(findTotals("Total;1\nb;2\n", ";")).toBeNull();
    expect(findTotals("a;1\nTotal Énergies;2\n", ";")).toBeNull();
  });
});
