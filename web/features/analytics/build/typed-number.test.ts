import { expect, it } from "vitest";
import { typedNumber } from "./typed-number.ts";

it.each([
  ["1 234,5", 1234.5],
  ["1,234.5", 1234.5],
  ["1.234,5", 1234.5],
  ["12,5", 12.5],
  ["1,234,567", 1234567],
  ["−3", -3],
  [".5", 0.5],
  ["12a", undefined],
  ["", undefined],
  ["1.2.3", undefined],
])("%s is %s", (text, value) => {
  expect(typedNumber(text)).toBe(value);
});
