import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmount, writeAmount } from "./amount.ts";

describe("readAmount", () => {
  it.each([
    ["45 000,50", 4_500_050],
    ["45\u202F000,50 €", 4_500_050],
    ["45,000.50", 4_500_050],
    ["€45,000", 4_500_000],
    ["45.000", 4_500_000],
    ["45000", 4_500_000],
    ["1,5", 150],
    ["0", 0],
    ["", null],
    ["  ", null],
    ["-5", undefined],
    ["4k", undefined],
    ["1,2,3", undefined],
    ["99999999999999", undefined],
  ])("%s → %s", (text, minor) => {
    expect(readAmount(text)).toBe(minor);
  });

  it("reads back what it wrote, in both languages", () => {
    const minor = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(minor, fc.constantFrom("fr" as const, "en" as const), (amount, language) => {
        expect(readAmount(writeAmount(amount, language))).toBe(amount);
      }),
    );
  });
});
