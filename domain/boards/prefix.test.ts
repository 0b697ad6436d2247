import { expect, test } from "vitest";
import { prefixOf } from "./prefix.ts";

test.each([
  ["Études & chantiers – T4", "EC"],
  ["Résidence Les Tilleuls", "RLT"],
  ["Atelier", "ATEL"],
  ["Suivi des appels d’offres en cours", "SDAD"],
  ["2026", "TB"],
  ["施工", "TB"],
])("%s → %s", (title, prefix) => {
  expect(prefixOf(title)).toBe(prefix);
});
