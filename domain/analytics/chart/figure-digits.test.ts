import { expect, it } from "vitest";
import { columnDigits } from "./figure.ts";

it.each([
  ["thousands that were computed", [10_067.6857, 12], 2],
  ["a mean with no end", [84.887_333_33], 2],
  ["a stored rate of exchange", [1.0845, 1.09], 4],
  ["places on the globe", [45.764, 4.8357], 4],
  ["small figures", [0.012_345_6, 0.5], 4],
  ["amounts", [12.5, 3.25], 2],
  ["whole figures", [12, 3], 0],
])("%s keep the decimals that tell something", (_, cells, digits) => {
  expect(columnDigits(cells)).toBe(digits);
});
