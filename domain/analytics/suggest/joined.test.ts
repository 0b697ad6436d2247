import { describe, expect, it } from "vitest";
import type { JoinKey } from "#domain/analytics/builder/join-keys.ts";
import { columnOf as column } from "#domain/analytics/overview/testing-column.ts";
import type { FoundValue } from "./source.ts";
import { suggestQuestions } from "./suggest.ts";

const regions = ["Bretagne", "Occitanie"].map((value) => ({ value, count: 20 }));
const SOURCES = [
  {
    table: "ventes",
    title: "ventes.csv",
    columns: [
      column("date", "date", { min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 10, 1) }),
      column("agence", "text", { distinct: 4 }),
      column("no_client", "text", { distinct: 40, count: 900 }),
      column("montant", "number", { distinct: 90 }),
    ],
  },
  {
    table: "clients",
    title: "clients.csv",
    columns: [
      column("no", "text", { distinct: 100 }),
      column("region", "text", { distinct: 5, top: regions }),
      column("secteur", "text", { distinct: 3 }),
      column("plafond", "number", { distinct: 30 }),
      column("zone_id", "text", { distinct: 9 }),
    ],
  },
  {
    table: "zones",
    title: "zones.csv",
    columns: [
      column("id", "text", { distinct: 100 }),
      column("continent", "text", { distinct: 4 }),
    ],
  },
];
const key = (from: [string, string], to: [string, string], kind: JoinKey["kind"]): JoinKey => ({
  from: { table: from[0], column: from[1] },
  to: { table: to[0], column: to[1] },
  kind,
});
const CLIENT = key(["ventes", "no_client"], ["clients", "no"], "many-to-one");
const ZONE = key(["zones", "id"], ["clients", "zone_id"], "one-to-many");

const ask = (
  text: string,
  joins: JoinKey[],
  language: "fr" | "en" = "fr",
  values: FoundValue[] = [],
) => suggestQuestions(text, SOURCES, language, { today: "2026-11-22", joins, values });
const flat = (sql = ""): string => sql.replace(/\s+/g, " ");

const BY_REGION = `SELECT "clients"."region" AS "region", sum("ventes"."montant") AS "montant" FROM "ventes" LEFT JOIN "clients" ON "ventes"."no_client" = "clients"."no" GROUP BY 1 ORDER BY 2 DESC NULLS LAST, 1 NULLS LAST`;

describe("questions over several tables", () => {
  it.each([
    ["chiffre d’affaires par région", "fr"],
    ["CA par région des clients", "fr"],
    ["revenue by region", "en"],
    ["revenue per region", "en"],
  ] as const)("%s is the amount by what stands in the other table", (text, language) => {
    const [best] = ask(text, [CLIENT], language);
    expect(flat(best?.sql)).toBe(BY_REGION);
    expect(best).toMatchObject({ complete: true, ignored: [], table: "ventes" });
  });

  it("filters by values of the other table, and keeps its own date", () => {
    const [best] = ask("CA par mois en Bretagne", [CLIENT]);
    expect(flat(best?.sql)).toContain(`date_trunc('month', "ventes"."date")`);
    expect(flat(best?.sql)).toContain(`"clients"."region" = 'Bretagne'`);
    const found = [{ table: "clients", column: "secteur", value: "Bâtiment" }];
    expect(flat(ask("CA bâtiment", [CLIENT], "fr", found)[0]?.sql)).toContain(
      `WHERE "clients"."secteur" = 'Bâtiment'`,
    );
  });

  it("goes on over a second join, whichever way round it was said", () => {
    const [best] = ask("CA par continent", [CLIENT, ZONE]);
    expect(flat(best?.sql)).toContain(
      `LEFT JOIN "clients" ON "ventes"."no_client" = "clients"."no" LEFT JOIN "zones" ON "clients"."zone_id" = "zones"."id"`,
    );
  });

  it("takes no way on which a row finds several, nor figures of the other table", () => {
    for (const kind of ["one-to-many", "many-to-many", undefined] as const)
      for (const { query } of ask("CA par région", [{ ...CLIENT, kind }]))
        expect(query.joins).toEqual([]);
    for (const { query } of ask("plafond par agence", [CLIENT]))
      expect(
        query.joins.length === 0 || query.measures.every((one) => one.column?.table === "ventes"),
      ).toBe(true);
  });

  it("leaves a question alone that one table answers", () => {
    const [best] = ask("CA par agence", [CLIENT]);
    expect(best?.query.joins).toEqual([]);
  });
});
