import { expect, test } from "vitest";
import { unitFormat, withUnit } from "./unit-format.ts";

test("money of any tax is a currency, other units stand after their figure, none or a sentence is none", () => {
  for (const unit of ["€", "€ HT", "€ TTC", "euros", "EUR", "€ excl. VAT"])
    expect(unitFormat(unit)).toEqual({ style: "currency", currency: "EUR" });
  expect(unitFormat("$")).toEqual({ style: "currency", currency: "USD" });
  for (const unit of ["%", "h", "ventes", "€/h", "k€"]) expect(unitFormat(unit)).toEqual({ unit });
  expect(unitFormat(" ")).toBeNull();
  expect(unitFormat("heures facturables par personne")).toBeNull();
});

test("a chart of one measure takes the unit, a table of several does not, and a format that stands is kept", () => {
  const bar = { type: "bar", category: "agence", value: "ca" } as const;
  expect(withUnit(bar, "h")).toEqual({ ...bar, format: { unit: "h" } });
  expect(withUnit({ ...bar, format: { decimals: 1 } }, "h")).toMatchObject({
    format: { decimals: 1 },
  });
  expect(withUnit({ type: "table" }, "h")).toEqual({ type: "table" });
  expect(withUnit(bar, "")).toEqual(bar);
});
