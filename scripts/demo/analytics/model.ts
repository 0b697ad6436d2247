import type { SemanticDocument } from "#domain/semantic/model.ts";

type Measure = SemanticDocument["measures"][number];
type Format = Measure["format"];

/** A measure: name, source, French and English label, SQL, format; then what else it is called in French. */
function measure(
  [name, source, fr, en]: readonly [string, string, string, string],
  sql: string,
  format: Format,
  description: string,
  synonyms: readonly string[] = [],
): Measure {
  return {
    name,
    label: { fr, en },
    sql,
    source,
    format,
    description,
    synonyms: { fr: [...synonyms], en: [] },
  };
}

function dimension(name: string, source: string, fr: string, en: string, sql = name) {
  return { name, label: { fr, en }, sql, source, description: "", synonyms: { fr: [], en: [] } };
}

/** What Atelier Morvan means by its figures. */
export const MODEL: SemanticDocument = {
  measures: [
    measure(
      ["honoraires_factures", "factures", "Honoraires facturés", "Fees invoiced"],
      "sum(montant_ht)",
      "currency",
      "Hors taxes, sans les factures annulées",
      ["chiffre d’affaires", "CA"],
    ),
    measure(
      ["reste_a_encaisser", "factures", "Reste à encaisser", "Outstanding"],
      "sum(montant_ht) FILTER (WHERE payee_le IS NULL)",
      "currency",
      "",
      ["encours", "impayés"],
    ),
    measure(
      ["en_retard", "factures", "Factures en retard", "Overdue invoices"],
      "count(*) FILTER (WHERE statut = 'En retard')",
      "integer",
      "",
    ),
    measure(
      ["delai_de_paiement", "factures", "Délai de paiement (jours)", "Days to pay"],
      "avg(date_diff('day', date, payee_le))",
      "number",
      "De la facture à son règlement, en jours",
    ),
    measure(
      ["heures_saisies", "temps", "Heures saisies", "Hours logged"],
      "sum(heures)",
      "number",
      "",
    ),
    measure(
      ["part_facturable", "temps", "Part facturable", "Billable share"],
      "sum(heures) FILTER (WHERE facturable) / sum(heures)",
      "percent",
      "",
      ["taux d’occupation"],
    ),
    measure(
      ["cout_du_temps", "temps", "Coût du temps", "Cost of time"],
      "sum(heures * taux_horaire)",
      "currency",
      "Au taux horaire de chacun",
    ),
    measure(
      ["honoraires_prevus", "affaires", "Honoraires prévus", "Contracted fees"],
      "sum(honoraires_prevus)",
      "currency",
      "",
      ["carnet de commandes"],
    ),
  ],
  dimensions: [
    dimension("mois", "factures", "Mois", "Month", "date_trunc('month', date)"),
    dimension("phase", "factures", "Phase", "Phase"),
    dimension("secteur", "affaires", "Secteur", "Sector"),
    dimension("ouvrage", "affaires", "Type d’ouvrage", "Type of structure"),
    dimension("chef_de_projet", "affaires", "Chef de projet", "Project lead"),
    dimension("personne", "temps", "Personne", "Person"),
  ],
  joins: [
    {
      from: "factures",
      to: "affaires",
      on: "factures.affaire = affaires.affaire",
      kind: "many-to-one",
    },
    { from: "temps", to: "affaires", on: "temps.affaire = affaires.affaire", kind: "many-to-one" },
    {
      from: "affaires",
      to: "clients",
      on: "affaires.client = clients.company",
      kind: "many-to-one",
    },
  ],
  filters: [
    { source: "factures", sql: "statut <> 'Annulée'", label: "Sans les factures annulées" },
  ],
  glossary: [
    {
      term: "Affaire",
      synonyms: ["dossier", "projet"],
      meaning: "Une mission confiée par un client, avec son code AF-…",
    },
    {
      term: "CA",
      synonyms: ["chiffre d’affaires"],
      meaning: "Les honoraires facturés hors taxes, à la date de facture",
    },
    {
      term: "Temps de l’atelier",
      synonyms: [],
      meaning: "Les heures sans affaire : réunions internes, formation, devis",
    },
    {
      term: "Rendement",
      synonyms: [],
      meaning: "Honoraires facturés d’une affaire divisés par le coût de son temps",
    },
  ],
};
