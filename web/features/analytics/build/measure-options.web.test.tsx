import { expect, it } from "vitest";
import { columnOf } from "#domain/analytics/overview/testing-column.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import { measureOptions } from "./measure-options.ts";

it("sums amounts before it counts dates and texts, in French as it is spoken", () => {
  const profiles = [
    columnOf("date", "date"),
    columnOf("affaire", "text"),
    columnOf("honoraires", "number", { distinct: 90, min: 0.5, max: 900.25 }),
  ];
  const columns = profiles.map((profile) => ({
    ref: { table: "factures", column: profile.name },
    title: "Factures",
    profile,
    computed: false,
  }));
  const labels = measureOptions(columns, [], fr).map(({ label }) => label);
  expect(labels.slice(0, 3)).toEqual([
    "Nombre de lignes",
    "Somme d’honoraires",
    "Moyenne d’honoraires",
  ]);
  expect(labels.indexOf("Minimum de date")).toBeGreaterThan(labels.indexOf("Part d’honoraires"));
  expect(labels).toContain("Nombre de valeurs différentes de « affaire »");
});
