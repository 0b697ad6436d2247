import { expect, it } from "vitest";
import { columnOf } from "./overview/testing-column.ts";
import { formatOfUnit, withUnits } from "./profile.ts";
import type { ColumnReading } from "./reading.ts";

const read = (name: string, unit?: ColumnReading["unit"]): ColumnReading => ({
  name,
  source: name,
  kind: "number",
  cleaned: true,
  skipped: false,
  ...(unit && { unit }),
});

it("gives the unit that the reading found to columns of numbers that still have the name", () => {
  const profiles = [columnOf("ht", "number"), columnOf("taux", "text"), columnOf("ttc", "number")];
  const columns = [read("ht", "€"), read("taux", "%"), read("gone", "€")];
  expect(withUnits(profiles, { columns }).map(({ unit }) => unit)).toEqual([
    "€",
    undefined,
    undefined,
  ]);
});

it("writes amounts in their currency and percentages with their sign", () => {
  expect(formatOfUnit("£")).toEqual({ style: "currency", currency: "GBP" });
  expect(formatOfUnit("%")).toEqual({ unit: "%" });
  expect(formatOfUnit(undefined)).toBeUndefined();
});
