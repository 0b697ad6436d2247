import { expect, it } from "vitest";
import { mainDate, measuresOf, plainName, roleOf } from "./roles.ts";
import { columnOf as column } from "./testing-column.ts";

it("reads a column's role from its kind, its name and how its values repeat", () => {
  const roles = [
    column("no_facture", "text", { distinct: 100 }),
    column("client_id", "integer", { distinct: 12 }),
    column("code_postal", "integer"),
    column("Prix unitaire", "number"),
    column("montantHT", "number"),
    column("agence", "text", { distinct: 4 }),
    column("commentaire", "text", { distinct: 90 }),
    column("payé", "boolean", { distinct: 2 }),
    column("le", "date"),
    column("vide", "text", { count: 0, nulls: 100, distinct: 0 }),
  ].map(roleOf);
  expect(roles).toEqual([
    "key",
    "text",
    "category",
    "rate",
    "measure",
    "category",
    "text",
    "flag",
    "time",
    "empty",
  ]);
});

it("takes a name apart as a person reads it", () => {
  expect(plainName("Date d’échéance")).toBe("date_d_echeance");
  expect(plainName("montantHT")).toBe("montant_ht");
});

it("puts amounts before counts and prefers the date that most rows have", () => {
  const columns = [
    column("quantite", "integer"),
    column("montant_ht", "number"),
    column("paye_le", "date", { nulls: 40, count: 60 }),
    column("facture_le", "date"),
  ];
  expect(measuresOf(columns).map(({ name }) => name)).toEqual(["montant_ht", "quantite"]);
  expect(mainDate(columns)?.name).toBe("facture_le");
});
