import { describe, expect, it } from "vitest";
import { columnOf as column } from "#domain/analytics/overview/testing-column.ts";
import type { FoundValue, SuggestSource } from "./source.ts";
import { suggestQuestions, type Suggestion } from "./suggest.ts";

const TODAY = "2026-11-24";
const SALES: SuggestSource = {
  table: "ventes_2026",
  title: "Ventes 2026.csv",
  columns: [
    column("no_facture", "text", { distinct: 100 }),
    column("date_facture", "date", { min: Date.UTC(2025, 0, 2), max: Date.UTC(2026, 9, 30) }),
    column("agence_lib", "text", {
      distinct: 4,
      top: [
        { value: "Lyon", count: 50 },
        { value: "Évry", count: 20 },
      ],
    }),
    column("client", "text", { distinct: 40 }),
    column("famille", "text", { distinct: 9, top: [{ value: "Gros œuvre", count: 5 }] }),
    column("quantite", "integer"),
    column("montant_ht", "number"),
    column("montant_ttc", "number"),
    column("prix_unitaire", "number"),
    column("avoir", "boolean", { distinct: 2 }),
  ],
};

const ask = (text: string, values: FoundValue[] = [], language: "fr" | "en" = "fr"): Suggestion[] =>
  suggestQuestions(text, [SALES], language, { today: TODAY, values });
const flat = (text: string, values: FoundValue[] = []): string =>
  (ask(text, values)[0]?.sql ?? "").replaceAll(/\s+/g, " ");
const where = (text: string, values: FoundValue[] = []): string =>
  /WHERE (.*?)(?: GROUP BY| ORDER BY|$)/.exec(flat(text, values))?.[1] ?? "";

/** What is offered of a table with so many agencies, before anything is typed. */
const startersOf = (agencies: number) =>
  suggestQuestions(
    "",
    [
      {
        table: "ventes",
        title: "ventes.csv",
        columns: [column("agence", "text", { distinct: agencies }), column("montant", "number")],
      },
    ],
    "fr",
    { today: TODAY },
  ).map(({ question }) => question);

describe("what a text means", () => {
  it.each([
    "CA par agence",
    "ca par agences",
    "Chiffre d’affaires par agence",
    "revenue by branch",
    "montant HT par agence",
    "ventes par agence",
    "total HT par agnece",
  ])("%s is the amount by agency", (text) => {
    expect(flat(text)).toBe(
      'SELECT "agence_lib", sum("montant_ht") AS "montant_ht" FROM "ventes_2026" GROUP BY 1 ORDER BY 2 DESC NULLS LAST, 1 NULLS LAST',
    );
  });
  it("takes TTC for the amount with tax, and offers the other beside HT", () => {
    expect(flat("CA TTC par agence")).toContain('sum("montant_ttc")');
    const others = ask("montant par agence").map(({ sql }) => sql);
    expect(others.some((sql) => sql.includes("montant_ttc"))).toBe(true);
  });
  it("knows steps of time, alone and beside a group", () => {
    expect(flat("CA par mois")).toContain(`date_trunc('month', "date_facture")`);
    expect(flat("évolution du CA")).toContain(`date_trunc('month', "date_facture")`);
    expect(flat("monthly revenue by branch")).toMatch(/date_trunc\('month'.*"agence_lib"/);
    expect(flat("nombre de factures par trimestre")).toMatch(
      /date_trunc\('quarter'.*count\(DISTINCT "no_facture"\)/,
    );
  });
  it("ranks from the top and from the bottom", () => {
    expect(flat("top 10 clients")).toMatch(/"client", sum\("montant_ht"\).*DESC.*LIMIT 10$/);
    expect(flat("les 5 meilleurs clients par quantité")).toMatch(/sum\("quantite"\).*LIMIT 5$/);
    expect(flat("3 worst customers")).toMatch(/ORDER BY 2 NULLS LAST.*LIMIT 3$/);
  });
  it("averages prices and counts rows", () => {
    expect(flat("prix unitaire par famille")).toContain('avg("prix_unitaire")');
    expect(flat("combien de clients différents")).toBe(
      'SELECT count(DISTINCT "client") AS "client" FROM "ventes_2026"',
    );
    expect(flat("combien d’avoirs")).toBe(
      'SELECT count(*) AS "nombre" FROM "ventes_2026" WHERE "avoir"',
    );
  });
});

describe("periods", () => {
  it.each([
    ["CA depuis janvier", `"date_facture" >= DATE '2026-01-01'`],
    ["CA depuis novembre", `"date_facture" >= DATE '2025-11-01'`],
    ["revenue since March 2025", `"date_facture" >= DATE '2025-03-01'`],
    ["CA en 2025", `"date_facture" >= DATE '2025-01-01' AND "date_facture" < DATE '2026-01-01'`],
    ["CA T2 2026", `"date_facture" >= DATE '2026-04-01' AND "date_facture" < DATE '2026-07-01'`],
    [
      "CA du mois dernier",
      `"date_facture" >= DATE '2026-10-01' AND "date_facture" < DATE '2026-11-01'`,
    ],
    [
      "revenue last year",
      `"date_facture" >= DATE '2025-01-01' AND "date_facture" < DATE '2026-01-01'`,
    ],
    [
      "CA des 30 derniers jours",
      `"date_facture" >= DATE '2026-10-26' AND "date_facture" < DATE '2026-11-25'`,
    ],
    [
      "CA de janvier à mars 2025",
      `"date_facture" >= DATE '2025-01-01' AND "date_facture" < DATE '2025-04-01'`,
    ],
    [
      "CA au premier semestre 2025",
      `"date_facture" >= DATE '2025-01-01' AND "date_facture" < DATE '2025-07-01'`,
    ],
    ["CA avant 2026", `"date_facture" < DATE '2026-01-01'`],
    [
      "CA le 14 juillet 2026",
      `"date_facture" >= DATE '2026-07-14' AND "date_facture" < DATE '2026-07-15'`,
    ],
  ])("%s", (text, condition) => {
    expect(where(text)).toBe(condition);
  });
});

describe("filters", () => {
  it("finds values without accents, in several words, and those that were searched for", () => {
    expect(where("CA evry")).toBe(`"agence_lib" = 'Évry'`);
    expect(where("CA gros oeuvre")).toBe(`"famille" = 'Gros œuvre'`);
    const morvan = { table: "ventes_2026", column: "client", value: "Atelier Morvan" };
    expect(where("CA atelier morvan", [morvan])).toBe(`"client" = 'Atelier Morvan'`);
  });
  it("takes two values of a column for either, and « sauf » for the others", () => {
    expect(where("CA Lyon et Évry")).toBe(`"agence_lib" IN ('Lyon', 'Évry')`);
    expect(where("CA sauf Lyon")).toBe(`("agence_lib" <> 'Lyon' OR "agence_lib" IS NULL)`);
  });
  it("knows limits, yes and no, and empty cells", () => {
    expect(flat("factures de plus de 1 000 €")).toContain('HAVING sum("montant_ht") > 1000');
    expect(where("CA avoirs exclus")).toBe('NOT "avoir"');
    expect(where("nombre de factures sans client")).toBe('"client" IS NULL');
    expect(flat("CA par client supérieur à 10 000")).toContain('HAVING sum("montant_ht") > 10000');
  });
});

describe("what is offered", () => {
  it("says in full what will be computed, in the person's language", () => {
    expect(ask("top 10 clients depuis janvier")[0]?.question.replaceAll("\u00a0", " ")).toBe(
      "Somme de montant_ht par client, depuis le 1er janv. 2026, les 10 premiers",
    );
    expect(ask("top 10 clients since January", [], "en")[0]?.question).toBe(
      "Sum of montant_ht by client, since Jan 1, 2026, top 10",
    );
  });
  it("names the words it takes no account of, and offers nothing for loose text", () => {
    expect(ask("CA par agence bretonne")[0]).toMatchObject({
      complete: false,
      ignored: ["bretonne"],
    });
    expect(ask("prévision météo demain brouillard")).toEqual([]);
  });
  it("begins with questions when nothing is typed, none twice", () => {
    const first = ask("");
    expect(first.length).toBeGreaterThan(3);
    expect(new Set(first.map(({ sql }) => sql)).size).toBe(first.length);
  });
  it("does not offer the ten first of fewer", () => {
    expect(startersOf(40)).toContain("Somme de montant par agence, les 10 premiers");
    expect(startersOf(4)).toContain("Somme de montant par agence");
    expect(startersOf(4).filter((one) => one.includes("10 premiers"))).toEqual([]);
  });
  it("chooses the table that knows the words", () => {
    const hours: SuggestSource = {
      table: "pointages",
      title: "pointages.csv",
      columns: [column("salarie", "text", { distinct: 12 }), column("heures", "number")],
    };
    const chosen = suggestQuestions("heures par salarié", [SALES, hours], "fr", { today: TODAY });
    expect(chosen[0]?.table).toBe("pointages");
  });
});
