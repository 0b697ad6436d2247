import type { ChartSpec } from "#domain/analytics/chart/spec.ts";

/** A question that was saved; `reads` are names of its sources in SQL. */
export interface DemoQuestion {
  title: string;
  question: string;
  language: "fr" | "en";
  reads: readonly string[];
  sql: string;
  chart: ChartSpec;
  answer: string;
  verified: boolean;
}

const EUROS = { style: "currency", currency: "EUR", decimals: 0 } as const;

/** Their SQL counts from the last invoice, so that it answers on any day. */
export const QUESTIONS: readonly DemoQuestion[] = [
  {
    title: "Honoraires par mois, depuis un an",
    question: "Quel est notre chiffre d’affaires par mois depuis un an ?",
    language: "fr",
    reads: ["factures"],
    sql: `SELECT date_trunc('month', date) AS mois, sum(montant_ht) AS honoraires
FROM factures
WHERE statut <> 'Annulée'
  AND date >= (SELECT date_trunc('month', max(date)) FROM factures) - INTERVAL 12 MONTH
GROUP BY ALL
ORDER BY mois`,
    chart: { type: "line", x: "mois", y: ["honoraires"], format: EUROS },
    answer:
      "Honoraires **hors taxes** à la date de facture, sans les factures annulées. Août est toujours creux.",
    verified: true,
  },
  {
    title: "Qui paie le plus tard ?",
    question: "Quels clients mettent le plus de temps à payer ?",
    language: "fr",
    reads: ["factures"],
    sql: `SELECT client, avg(date_diff('day', date, payee_le)) AS jours, count(*) AS factures
FROM factures
WHERE payee_le IS NOT NULL
GROUP BY client
HAVING count(*) >= 5
ORDER BY jours DESC
LIMIT 12`,
    chart: { type: "bar", category: "client", value: "jours", format: { decimals: 0, unit: "j" } },
    answer: "Clients avec cinq factures réglées au moins, du plus lent au plus rapide.",
    verified: false,
  },
  {
    title: "Part facturable par personne",
    question: "Quelle part du temps de chacun est facturable ?",
    language: "fr",
    reads: ["temps"],
    sql: `SELECT personne, sum(heures) FILTER (WHERE facturable) / sum(heures) AS part
FROM temps
GROUP BY personne
ORDER BY part DESC`,
    chart: {
      type: "bar",
      category: "personne",
      value: "part",
      format: { style: "percent", decimals: 0 },
    },
    answer: "",
    verified: false,
  },
  {
    title: "Ce que les clients nous doivent, et leur étape",
    question: "Quels clients nous doivent le plus, et où en sommes-nous avec eux ?",
    language: "fr",
    reads: ["factures", "clients"],
    sql: `SELECT f.client AS "Client", c.stage AS "Étape", c.next_action AS "Prochaine action",
  sum(f.montant_ht) AS "Reste dû"
FROM factures f
LEFT JOIN clients c ON c.company = f.client
WHERE f.payee_le IS NULL AND f.statut <> 'Annulée'
GROUP BY ALL
ORDER BY "Reste dû" DESC
LIMIT 15`,
    chart: { type: "table", totals: true, format: EUROS },
    answer: "",
    verified: false,
  },
];
