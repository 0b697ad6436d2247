import type { SemanticDocument } from "#domain/semantic/model.ts";
import type { SourceInput } from "#domain/sources/model.ts";

/** A source of a workspace: a file that lies on somebody's device. */
export const sourceOf = (workspaceId: string, table = "ventes_2026"): SourceInput => ({
  workspaceId,
  title: "Ventes 2026",
  table,
  kind: "device",
  details: { fileName: "Ventes 2026.csv" },
  columns: [
    { name: "région", kind: "text" },
    { name: "montant_ht", kind: "number", description: "Hors taxes, en euros" },
  ],
  rows: 58_240,
});

/** A model of the business with one of each. */
export const MODEL: SemanticDocument = {
  measures: [
    {
      name: "chiffre_affaires",
      label: { fr: "Chiffre d’affaires", en: "Revenue" },
      sql: "sum(montant_ht)",
      source: "ventes_2026",
      format: "currency",
      description: "",
      synonyms: { fr: ["CA"], en: ["sales"] },
    },
  ],
  dimensions: [
    {
      name: "region",
      label: { fr: "Région", en: "" },
      sql: '"région"',
      source: "ventes_2026",
      description: "",
      synonyms: { fr: [], en: [] },
    },
  ],
  joins: [
    {
      from: "ventes_2026",
      to: "clients",
      on: "ventes_2026.client = clients.nom",
      kind: "many-to-one",
    },
  ],
  filters: [{ source: "ventes_2026", sql: "statut <> 'annulée'", label: "Sans les annulées" }],
  glossary: [{ term: "CA", synonyms: ["chiffre"], meaning: "Le chiffre d’affaires hors taxes" }],
};
