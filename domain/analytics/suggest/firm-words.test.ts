import { expect, it } from "vitest";
import { columnOf as column } from "#domain/analytics/overview/testing-column.ts";
import type { SemanticDocument } from "#domain/semantic/model.ts";
import { withFirmWords } from "./firm-words.ts";
import { suggestQuestions, type Suggestion } from "./suggest.ts";

const SOURCES = [
  {
    table: "notes",
    title: "Notes.csv",
    columns: [
      column("date_note", "date", { min: Date.UTC(2026, 0, 2), max: Date.UTC(2026, 9, 30) }),
      column("lib_site", "text", { distinct: 4 }),
      column("frais_refac", "number"),
      column("hon", "number"),
      column("temps_h", "number"),
    ],
  },
];

const label = (fr: string, en = "") => ({ fr, en });
const MODEL: SemanticDocument = {
  measures: [
    {
      name: "honoraires",
      label: label("Honoraires", "Fees"),
      sql: "sum(hon)",
      source: "notes",
      format: "currency",
      description: "",
      synonyms: { fr: ["HN"], en: [] },
    },
    {
      name: "taux_horaire",
      label: label("Taux de l’heure", "Rate"),
      sql: "sum(hon) / nullif(sum(temps_h), 0)",
      source: "notes",
      format: "currency",
      description: "",
      synonyms: { fr: ["rendement"], en: [] },
    },
  ],
  dimensions: [
    {
      name: "atelier",
      label: label("Atelier", "Studio"),
      sql: "lib_site",
      source: "notes",
      description: "",
      synonyms: { fr: ["bureau"], en: [] },
    },
  ],
  joins: [],
  filters: [],
  glossary: [
    { term: "Débours", synonyms: ["avances"], meaning: "frais_refac" },
    { term: "Pactole", synonyms: ["honoraires"], meaning: "Ce que l’on facture" },
  ],
};

const ask = (text: string, model: SemanticDocument | undefined = MODEL): Suggestion[] =>
  suggestQuestions(text, withFirmWords(SOURCES, model, "fr"), "fr", { today: "2026-11-24" });
const first = (text: string): string =>
  (ask(text)[0]?.sql ?? "").replaceAll(/["\s]+/g, " ").replaceAll(/ ?([()]) ?/g, "$1");

it.each([
  ["Débours par bureau", /sum\(frais_refac\).*GROUP BY/i],
  ["avances par mois", /sum\(frais_refac\)/i],
  ["rendement par atelier", /sum\(hon\)\/ nullif\(sum\(temps_h\), 0\).*GROUP BY/i],
  ["HN par studio", /sum\(hon\).*GROUP BY/i],
  ["pactole par mois", /sum\(hon\)/i],
  // A mean or a bound of a plain sum is asked of its column.
  ["honoraires moyens par bureau", /avg\(hon\)/i],
  ["honoraires de plus de 1000", /WHERE hon > 1000/i],
])("reads « %s » with the firm's words", (text, sql) => {
  expect(first(text)).toMatch(sql);
  expect(ask(text)[0]?.complete).toBe(true);
});

it("calls a figure as the firm does, and says what of a formula it can't compute", () => {
  expect(ask("rendement par bureau")[0]?.question).toBe("Taux de l’heure par lib_site");
  expect(ask("rendement moyen par bureau")[0]?.ignored).toEqual(["moyen"]);
});

it("knows none of them without the model", () => {
  expect(
    suggestQuestions("pactole et débours", SOURCES, "fr", { today: "2026-11-24" })[0]?.complete,
  ).not.toBe(true);
});

it("begins with the firm's own figures", () => {
  expect(ask("")[0]?.question).toBe("Honoraires par mois");
});

it.each([MODEL, undefined])("reads a column by what its source says of it", (model) => {
  const estimated = { ...column("estimated_amount", "number"), called: ["Montant estimé"] };
  const columns = [column("lib_site", "text", { distinct: 4 }), estimated];
  const tasks = [{ table: "tasks", title: "Tâches", columns }];
  const asked = withFirmWords(tasks, model, "fr");
  const [found] = suggestQuestions("montant estimé par site", asked, "fr", { today: "2026-11-24" });
  expect(found?.sql.replaceAll('"', "")).toMatch(/sum\(estimated_amount\)/i);
  expect(found?.complete).toBe(true);
});
