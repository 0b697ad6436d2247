import { utils, type CellObject } from "@e965/xlsx";
import { expect, it } from "vitest";
import { numberCode } from "./number-code.ts";
import type { FigureFormat } from "#domain/analytics/chart/look.ts";

/** What a spreadsheet shows of a figure under the code: the library's own reading of formats. */
function shown(value: number, format?: FigureFormat): string {
  const cell: CellObject = { t: "n", v: value, z: numberCode(value, format) };
  return utils.format_cell(cell);
}

it.each([
  [1_234.5, undefined, "1,234.50"],
  [6_000, undefined, "6,000"],
  [0.127, { style: "percent" }, "12.7%"],
  [0.127, { style: "percent", decimals: 0 }, "13%"],
  [1_099_707.29, { style: "currency" }, "1,099,707.29 €"],
  [1_099_707.29, { style: "currency", currency: "USD", decimals: 0 }, "1,099,707 $"],
  [182_000, { style: "currency", scale: "k", decimals: 0 }, "182 k€"],
  [3_400_000, { scale: "M" }, "3.4 M"],
  [12, { unit: "h" }, "12 h"],
  [12, { unit: 'p"c' }, "12 pc"],
] as const)("%d as %j is %s in a sheet", (value, format, text) => {
  expect(shown(value, format)).toBe(text);
});
