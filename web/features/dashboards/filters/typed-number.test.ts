import { expect, it } from "vitest";
import { numberToType, typedNumber } from "./typed-number.ts";

it.each([
  ["1\u202F200,5", "fr", 1200.5],
  ["1,200", "fr", 1.2],
  ["1,200", "en", 1200],
  ["1,234,567.8", "en", 1_234_567.8],
  ["\u22123", "fr", -3],
  [".5", "en", 0.5],
  ["  ", "fr", null],
  ["douze", "fr", undefined],
  ["1..2", "en", undefined],
  ["0x10", "en", undefined],
  ["1,2,3", "fr", undefined],
] as const)("%s in %s is %s", (text, language, value) => {
  expect(typedNumber(text, language)).toBe(value);
});

it.each(["fr", "en"] as const)(
  "what is shown to be typed again is the same number, %s",
  (language) => {
    for (const value of [0, -1.25, 0.123456789, 1200])
      expect(typedNumber(numberToType(value, language), language)).toBe(value);
  },
);
