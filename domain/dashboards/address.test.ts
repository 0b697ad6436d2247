import { expect, it } from "vitest";
import { chosenInAddress, chosenOfAddress } from "./address.ts";
import type { Parameter } from "./parameters.ts";

const PARAMETERS: Parameter[] = [
  { name: "periode", label: "Période", kind: "period", column: "date", initial: { preset: "all" } },
  { name: "famille", label: "Famille", kind: "category", column: "famille", initial: ["Études"] },
  {
    name: "prix",
    label: "Prix",
    kind: "range",
    column: "prix",
    initial: { from: null, to: null },
  },
  {
    name: "mesure",
    label: "Mesure",
    kind: "choice",
    options: [
      { label: "CA", column: "montant" },
      { label: "Heures", column: "heures" },
    ],
    initial: "montant",
  },
];

it.each([
  { periode: { preset: "this_year" } },
  { periode: { from: "2026-01-01", to: null } },
  { periode: { from: "2026-01-01", to: "2026-03-31" }, mesure: "heures" },
  { prix: { from: -1.5, to: 1e21 } },
  { prix: { from: null, to: 0 } },
  { famille: [] },
  { famille: ["~", "~~a", "B,C", "Études & suivi"] },
] as const)("a link brings back %j", (chosen) => {
  expect(chosenOfAddress(PARAMETERS, chosenInAddress(PARAMETERS, chosen))).toEqual(chosen);
});

it("leaves out what is as the dashboard begins", () => {
  const chosen = { periode: { preset: "all" }, famille: ["Études"], mesure: "montant" } as const;
  expect(Object.values(chosenInAddress(PARAMETERS, chosen)).filter(Boolean)).toEqual([]);
});

it("takes nothing from an address that no filter could be", () => {
  const search = {
    "f.periode": "sometimes",
    "f.mesure": "salaire",
    "f.prix": "9..3",
    "f.gone": "1",
    famille: "Suivi",
  };
  expect(chosenOfAddress(PARAMETERS, search)).toEqual({});
  expect(chosenOfAddress(PARAMETERS, { "f.periode": "2026-13-45..nope" })).toEqual({
    periode: { from: null, to: null },
  });
});
