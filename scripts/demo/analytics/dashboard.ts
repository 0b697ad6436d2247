import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { Parameter } from "#domain/dashboards/parameters.ts";

/** A widget; `reads` are names of its sources in SQL, `at` its x, y, width and height on the grid of twelve. */
export interface DemoWidget {
  title: string;
  kind: "chart" | "number" | "table";
  at: readonly [number, number, number, number];
  reads: readonly string[];
  sql: string;
  chart: ChartSpec;
}

export const TITLE = "Pilotage de l’atelier";

export const PARAMETERS: readonly Parameter[] = [
  {
    name: "periode",
    label: "Période",
    kind: "period",
    column: "date",
    initial: { preset: "last_12_months" },
  },
  { name: "phase", label: "Phase", kind: "category", column: "phase", initial: [] },
  { name: "client", label: "Client", kind: "category", column: "client", initial: [] },
  {
    name: "axe",
    label: "Ventiler par",
    kind: "choice",
    options: [
      { label: "Secteur", column: "secteur" },
      { label: "Type d’ouvrage", column: "ouvrage" },
      { label: "Chef de projet", column: "chef_de_projet" },
      { label: "Ville", column: "ville" },
    ],
    initial: "secteur",
  },
];

const EUROS = { style: "currency", currency: "EUR", decimals: 0 } as const;
const WITHIN = "date BETWEEN {{periode.from}} AND {{periode.to}}";
const YEAR_BEFORE =
  "date BETWEEN {{periode.from}} - INTERVAL 1 YEAR AND {{periode.to}} - INTERVAL 1 YEAR";

/** A figure of the chosen period beside the same one a year before. */
function figure(
  x: number,
  title: string,
  from: "factures" | "temps",
  sql: (within: string) => string,
  format: ChartSpec["format"],
  better?: "lower",
): DemoWidget {
  const where = from === "factures" ? "\nWHERE statut <> 'Annulée'" : "";
  return {
    title,
    kind: "number",
    at: [x, 0, 3, 2],
    reads: [from],
    sql: `SELECT ${sql(WITHIN)} AS valeur,\n  ${sql(YEAR_BEFORE)} AS "un an plus tôt"\nFROM ${from}${where}`,
    chart: {
      type: "number",
      value: "valeur",
      before: "un an plus tôt",
      format,
      ...(better && { better }),
    },
  };
}

export const WIDGETS: readonly DemoWidget[] = [
  figure(
    0,
    "Honoraires facturés",
    "factures",
    (within) => `sum(montant_ht) FILTER (WHERE ${within})`,
    EUROS,
  ),
  figure(
    3,
    "Reste à encaisser",
    "factures",
    (within) => `coalesce(sum(montant_ht) FILTER (WHERE payee_le IS NULL AND ${within}), 0)`,
    EUROS,
    "lower",
  ),
  figure(6, "Heures saisies", "temps", (within) => `sum(heures) FILTER (WHERE ${within})`, {
    decimals: 0,
    unit: "h",
  }),
  figure(
    9,
    "Part facturable",
    "temps",
    (within) =>
      `sum(heures) FILTER (WHERE facturable AND ${within}) / sum(heures) FILTER (WHERE ${within})`,
    { style: "percent", decimals: 1 },
  ),
  {
    title: "Honoraires par mois",
    kind: "chart",
    at: [0, 2, 8, 5],
    reads: ["factures"],
    sql: `SELECT date_trunc('month', date) AS mois, sum(montant_ht) AS honoraires
FROM factures
WHERE statut <> 'Annulée'
GROUP BY ALL
ORDER BY mois`,
    chart: { type: "line", x: "mois", y: ["honoraires"], format: EUROS },
  },
  {
    title: "Honoraires par phase",
    kind: "chart",
    at: [8, 2, 4, 5],
    reads: ["factures"],
    sql: `SELECT phase, sum(montant_ht) AS honoraires
FROM factures
WHERE statut <> 'Annulée'
GROUP BY phase
ORDER BY honoraires DESC`,
    chart: { type: "pie", category: "phase", value: "honoraires", format: EUROS },
  },
  {
    title: "Les dix premiers clients",
    kind: "chart",
    at: [0, 7, 6, 6],
    reads: ["factures"],
    sql: `SELECT client, sum(montant_ht) AS honoraires
FROM factures
WHERE statut <> 'Annulée'
GROUP BY client
ORDER BY honoraires DESC
LIMIT 10`,
    chart: { type: "bar", category: "client", value: "honoraires", format: EUROS },
  },
  {
    title: "Honoraires ventilés",
    kind: "chart",
    at: [6, 7, 6, 6],
    reads: ["factures", "affaires"],
    sql: `SELECT a.{{axe}} AS axe, sum(f.montant_ht) AS honoraires
FROM factures f
JOIN affaires a ON a.affaire = f.affaire
WHERE f.statut <> 'Annulée'
GROUP BY ALL
ORDER BY honoraires DESC
LIMIT 12`,
    chart: { type: "bar", category: "axe", value: "honoraires", format: EUROS },
  },
  {
    title: "Heures par personne et par mois",
    kind: "chart",
    at: [0, 13, 6, 6],
    reads: ["temps"],
    sql: `SELECT date_trunc('month', date) AS mois, personne, sum(heures) AS heures
FROM temps
GROUP BY ALL
ORDER BY mois, personne`,
    chart: {
      type: "heat",
      x: "mois",
      y: "personne",
      value: "heures",
      format: { decimals: 0, unit: "h" },
    },
  },
  {
    title: "Temps facturable et temps de l’atelier",
    kind: "chart",
    at: [6, 13, 6, 6],
    reads: ["temps"],
    sql: `SELECT date_trunc('month', date) AS mois,
  CASE WHEN facturable THEN 'Facturable' WHEN affaire IS NULL THEN 'Atelier' ELSE 'Non facturé' END AS nature,
  sum(heures) AS heures
FROM temps
GROUP BY ALL
ORDER BY mois, nature`,
    chart: {
      type: "area",
      x: "mois",
      y: ["heures"],
      series: "nature",
      format: { decimals: 0, unit: "h" },
    },
  },
  {
    title: "Heures prévues et heures passées, par affaire",
    kind: "chart",
    at: [0, 19, 6, 6],
    reads: ["temps", "affaires"],
    sql: `SELECT a.heures_prevues AS "heures prévues", sum(t.heures) AS "heures passées", a.statut
FROM temps t
JOIN affaires a ON a.affaire = t.affaire
GROUP BY a.affaire, a.heures_prevues, a.statut`,
    chart: { type: "scatter", x: "heures prévues", y: "heures passées", series: "statut" },
  },
  {
    title: "Factures en retard",
    kind: "table",
    at: [6, 19, 6, 6],
    reads: ["factures"],
    sql: `SELECT facture AS "Facture", client AS "Client", echeance AS "Échéance", montant_ht AS "Montant HT"
FROM factures
WHERE statut = 'En retard'
ORDER BY echeance`,
    chart: { type: "table", totals: true, format: EUROS },
  },
];
