import { expect, it } from "vitest";
import { closest } from "./closest.ts";

const NAMES = ["agence", "montant", "date", "n° client", "Société", "montant_ht"];

it.each([
  ["agense", ["agence"]],
  ["Agence", ["agence"]],
  ["dtae", ["date"]],
  ["societe", ["Société"]],
  ["montan", ["montant", "montant_ht"]],
  ["client", ["n° client"]],
  ["agnc", ["agence"]],
  ["zzzz", []],
  ["x", []],
])("%s is close to %j", (name, names) => {
  expect(closest(name, NAMES)).toEqual(names);
});
