import { expect, it } from "vitest";
import type { Measure } from "./model.ts";
import { otherwiseInModel, settledMeasures } from "./model-formulas.ts";

const FEES = {
  name: "honoraires",
  label: { fr: "Honoraires", en: "Fees" },
  source: "factures",
  sql: "sum(montant) FILTER (WHERE payee)",
};
const copy = (sql: string, name?: string | null, label = "Honoraires"): Measure => ({
  fn: "formula",
  column: null,
  formula: { table: "factures", sql, ...(name !== undefined && { name }) },
  label,
});
const at = (...measures: Measure[]) => otherwiseInModel({ measures }, [FEES]).map((one) => one.at);

it("knows a copy by the measure's name, and one without by its label in either language", () => {
  const old = "sum(montant)";
  expect(at(copy(old, "honoraires", "CA"), copy(FEES.sql, "honoraires"), copy(old))).toEqual([
    0, 2,
  ]);
  expect(at(copy(old, undefined, "Fees"), copy(old, undefined, "CA"))).toEqual([0]);
  // Another measure of the model, one of another table, and what the person wrote or kept on purpose.
  expect(at(copy(old, "marge"), copy(old, null))).toEqual([]);
  const elsewhere = { ...copy(old), formula: { table: "temps", sql: old } };
  expect(at(elsewhere, { fn: "count", column: null, label: "Honoraires" })).toEqual([]);
});

it("takes the model's formula, or keeps its own for good", () => {
  const measures = [copy("sum(montant)"), copy("count(*)", null, "Nombre")];
  const changed = otherwiseInModel({ measures }, [FEES]);
  const taken = settledMeasures({ measures }, changed, "model");
  expect(taken).toEqual([copy(FEES.sql, "honoraires"), measures[1]]);
  const kept = settledMeasures({ measures }, changed, "own");
  expect(kept).toEqual([copy("sum(montant)", null), measures[1]]);
  for (const now of [taken, kept]) expect(otherwiseInModel({ measures: now }, [FEES])).toEqual([]);
});
